"""`python -m lyceum.config …` is `bin/lyceum …`."""

from lyceum.config.cli import main

main()
