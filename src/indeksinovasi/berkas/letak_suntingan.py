"""Potongan teks yang mungkin melakukan sebuah perubahan, menurut letak dan gaya di sekitarnya.

Yang pertama paling rapi; ``suntingan`` memakai yang pertama terbukti benar. Modul ini boleh keliru: yang
mengubah isi lain tidak pernah dipakai.
"""

from __future__ import annotations

from collections.abc import Iterator

from indeksinovasi.berkas.letak_ganti import ganti
from indeksinovasi.berkas.letak_hapus import hapus
from indeksinovasi.berkas.letak_sisip import sisip
from indeksinovasi.berkas.perubahan import Ganti, Perubahan, Sisip
from indeksinovasi.berkas.tempat_suntingan import CalonPotongan, Tempat


def calon_potongan(teks: str, perubahan: Perubahan) -> Iterator[CalonPotongan]:
    """Susunan potongan yang mungkin bagi *perubahan*, dari yang paling rapi."""
    tempat = Tempat(teks)
    if isinstance(perubahan, Ganti):
        yield from ganti(tempat, perubahan.jalur, perubahan.nilai)
    elif isinstance(perubahan, Sisip):
        yield from sisip(tempat, perubahan)
    else:
        yield from hapus(tempat, perubahan)
