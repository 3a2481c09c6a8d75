"""Common Cartridge 1.0 to 1.3 and Canvas packages, read into courses."""
