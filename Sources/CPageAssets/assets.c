#include "CPageAssets.h"

#define ASSET(name, file_bytes)                                                                    \
    const uint8_t *name(size_t *length) {                                                          \
        *length = sizeof file_bytes;                                                               \
        return file_bytes;                                                                         \
    }

static const uint8_t script[] = {
#embed "assets/page.js"
};
static const uint8_t style[] = {
#embed "assets/page.css"
};
static const uint8_t icon[] = {
#embed "assets/icon.svg"
};
static const uint8_t openapi[] = {
#embed "assets/openapi.json"
};

ASSET(cpage_script, script)
ASSET(cpage_style, style)
ASSET(cpage_icon, icon)
ASSET(cpage_openapi, openapi)
