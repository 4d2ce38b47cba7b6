#ifndef CSHIPPEDINPUTS_H
#define CSHIPPEDINPUTS_H

#include <stddef.h>
#include <stdint.h>

/// A file of the folder `scenarios`, built into the program so that a program without the folder
/// still has it.
typedef struct {
    /// The path inside the folder.
    const char *name;
    /// The bytes live as long as the program.
    const uint8_t *bytes;
    size_t length;
} cshipped_file;

/// All of them, sorted by the bytes of their names; `count` is how many there are.
const cshipped_file *cshipped_files(size_t *count);

#endif
