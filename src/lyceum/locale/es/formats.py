"""How Spanish writes what the source writes in English: date format of the source → the same here.

Django looks a format up by its name in this module, and takes it as it is where it finds none.
"""

FORMATS = {
    "j F": r"j \d\e F",
    "j F Y": r"j \d\e F \d\e Y",
    "j F Y, H:i": r"j \d\e F \d\e Y, H:i",
    "j F, H:i": r"j \d\e F, H:i",
    "l, j F": r"l, j \d\e F",
    "l, j F Y, H:i": r"l, j \d\e F \d\e Y, H:i",
    "j M": "j b",
    "j M Y": "j b Y",
    "j M, H:i": "j b, H:i",
    "H:i": "H:i",
}
globals().update(FORMATS)
