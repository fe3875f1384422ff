"""The library: its content model, the compiler that makes an edition, the store that opens one."""
