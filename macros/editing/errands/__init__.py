"""What each form does to the data."""

from collections.abc import Callable, Mapping

from macros.editing import forms
from macros.editing.errands.contact import change_contact
from macros.editing.errands.desk import Desk
from macros.editing.errands.events import change_date
from macros.editing.errands.partner import new_partner
from macros.editing.errands.review import yearly_review

ERRANDS: Mapping[str, Callable[[Desk], None]] = {
    forms.CONTACT.id: change_contact,
    forms.PARTNER.id: new_partner,
    forms.DATE.id: change_date,
    forms.REVIEW.id: yearly_review,
}
