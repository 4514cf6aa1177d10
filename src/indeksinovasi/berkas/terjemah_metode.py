"""Galat bentuk berkas tahun menjadi masalah KTN."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from indeksinovasi.berkas.terjemah import terjemahkan
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.temuan import Masalah


def terjemahkan_metode(galat: ValidationError, data: Any) -> Iterator[Masalah]:
    """Kontrol yang berbeda menjadi KTN704, indikator ganda KTN709, selebihnya KTN706."""
    khusus = [
        satu for satu in galat.errors(include_url=False) if satu["type"] in ("kontrol", "indikator_ganda")
    ]
    for satu in khusus:
        ctx = satu["ctx"]
        if satu["type"] == "kontrol":
            jalur = tuple(str(ctx["kunci"]).split("."))
            pesan = f"{ctx['kunci']} tertulis {ctx['tertulis']}, hitungan tabel {ctx['hitungan']}"
            petunjuk = "Samakan angka kontrol dengan tabel, atau betulkan tabelnya."
            yield Masalah("KTN704", jalur, pesan, petunjuk)
        else:
            pesan = f'indikator "{ctx["kode"]}" tertulis dua kali'
            yield Masalah("KTN709", ("indikator",), pesan, "Hapus salah satunya.")
    # Pemeriksaan model baru berjalan bila bentuknya benar, jadi keduanya tidak pernah bersamaan.
    if not khusus:
        yield from (satu._replace(kode="KTN706") for satu in terjemahkan(galat, data, Metode))
