package io.keentill.revkeen.json;

/** Stands for JSON null where a request means to clear what the server holds: absent and null are different wishes. */
enum Cleared {
    CLEARED
}
