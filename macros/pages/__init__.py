"""Model → pages. `BLOCKS` is all that a page may call, by the name it calls it."""

from macros.pages.finder import finn_liste, finn_side
from macros.pages.networks import nettverk_side, nettverk_tabell

BLOCKS = {block.__name__: block for block in (
    finn_liste,
    finn_side,
    nettverk_side,
    nettverk_tabell,
)}
