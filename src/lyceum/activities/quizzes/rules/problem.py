"""A refusal in words, for whoever writes a question."""


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the catalogues; whoever shows it translates it."""
    return sentence


class Problem(ValueError):
    """What is wrong and what to do, as `sentence` with the `values` to put into it.

    A screen shows `gettext(problem.sentence) % problem.values`; `str(problem)` is English.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        return self.sentence % self.values
