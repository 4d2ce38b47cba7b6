#ifndef CPAGEASSETS_H
#define CPAGEASSETS_H

#include <stddef.h>
#include <stdint.h>

/// The page's own files, built into the program so that a moved binary still has them. Each call
/// gives the bytes and, in `length`, how many there are; the bytes live as long as the program.
const uint8_t *cpage_script(size_t *length);
const uint8_t *cpage_style(size_t *length);
const uint8_t *cpage_icon(size_t *length);
const uint8_t *cpage_openapi(size_t *length);

#endif
