"""Every hook there is, for those who write plugins: register with these and nothing else.

```python
# in a module named by your package's entry point in the group "lyceum.plugins"
from lyceum.hooks import ITEM_KINDS

ITEM_KINDS.register("flashcards", FlashcardsKind())
```
"""

from lyceum.core.courses.kinds import ITEM_KINDS, Exported, ItemKind
from lyceum.core.courses.permissions import COURSE_LISTED, COURSE_ROLES, ListedSource, RoleSource
from lyceum.kernel.jobs import KINDS as JOB_KINDS

__all__ = [
    "COURSE_LISTED",
    "COURSE_ROLES",
    "ITEM_KINDS",
    "JOB_KINDS",
    "Exported",
    "ItemKind",
    "ListedSource",
    "RoleSource",
]
