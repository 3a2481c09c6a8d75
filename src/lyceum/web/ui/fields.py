"""Fields of forms and the summary of their errors, tied together for screen readers."""

from typing import Any

from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    HiddenInput,
    RadioSelect,
    Select,
)


def field(field: BoundField, autofocus: bool = False, autocomplete: str = "") -> dict[str, Any]:
    """A form's field with its label, help and errors.

    A checkbox whose widget has `attrs={"role": "switch"}` is drawn as a switch.
    """
    about = field.id_for_label or field.auto_id
    notes = (("help", field.help_text), ("error", field.errors))
    described = " ".join(f"{about}-{note}" for note, there in notes if there)
    asked: dict[str, Any] = {
        "aria-describedby": described,
        "aria-invalid": "true" if field.errors else "",
        "autofocus": autofocus,
        "autocomplete": autocomplete,
    }
    widget = field.field.widget
    return {
        "field": field,
        "about": about,
        "described": described,
        "widget": field.as_widget(attrs={name: value for name, value in asked.items() if value}),
        "is_optional": not field.field.required and not isinstance(widget, Select | HiddenInput),
        "is_choice": isinstance(widget, CheckboxInput),
        "is_group": isinstance(widget, RadioSelect | CheckboxSelectMultiple),
    }


def form_errors(form: BaseForm | None) -> dict[str, Any]:
    """What is wrong with a form: its own errors, then a link to each field that has one."""
    if form is None or not form.is_bound or form.is_valid():
        return {}
    wrong = [one for one in form if one.errors and not one.is_hidden]
    return {"errors": form.non_field_errors(), "fields": wrong}
