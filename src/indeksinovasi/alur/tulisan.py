"""Menulis berkas keluaran: tidak pernah menimpa isi lain tanpa diminta, dan tiap berkas utuh atau tidak sama
sekali.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.berkas.buka import baca_utuh
from indeksinovasi.berkas.entri import jenis_jalur
from indeksinovasi.berkas.tulis import sebab_tulis, tulis_semua
from indeksinovasi.inti.model.tulisan import Tindakan, Tulisan


def tulis_keluaran(isi: Mapping[Path, bytes], *, timpa: bool, coba: bool) -> tuple[Tulisan, ...]:
    """Tulis semua *isi*, atau dengan *coba* hanya menyebut tindakannya.

    ``GalatPemakaian`` sebelum apa pun ditulis bila ada tujuan yang isinya lain dan *timpa* tidak diminta.
    """
    rencana = tuple(Tulisan(str(jalur), tindakan(jalur, bita, timpa=timpa)) for jalur, bita in isi.items())
    if coba:
        return rencana
    tolak_tertahan(rencana)
    for satu, (jalur, bita) in zip(rencana, isi.items(), strict=True):
        if satu.tindakan != "tetap":
            _tulis(jalur, bita)
    return rencana


def tindakan(jalur: Path, bita: bytes, *, timpa: bool) -> Tindakan:
    """Apa yang akan terjadi pada *jalur* bila *bita* ditulis ke sana."""
    jenis = jenis_jalur(jalur)
    if jenis != "berkas":
        # Folder atau benda lain bernama sama tidak pernah diganti.
        return "baru" if jenis == "tiada" else "tertahan"
    try:
        sama = baca_utuh(jalur, len(bita)) == bita
    except OSError:
        sama = False
    if sama:
        return "tetap"
    return "ubah" if timpa else "tertahan"


def tolak_tertahan(rencana: Iterable[Tulisan]) -> None:
    """``GalatPemakaian`` yang menyebut berkas pertama yang tertahan, bila ada."""
    tertahan = [satu.berkas for satu in rencana if satu.tindakan == "tertahan"]
    if not tertahan:
        return
    # --timpa hanya mengganti berkas: folder dan benda lain disebut apa adanya, tanpa anjuran itu.
    bukan_berkas = next((satu for satu in tertahan if jenis_jalur(Path(satu)) != "berkas"), None)
    if bukan_berkas is not None:
        raise GalatPemakaian(f"{bukan_berkas} sudah ada dan bukan berkas.", "Pilih tujuan lain dengan -o.")
    lain = f" dan {len(tertahan) - 1} berkas lain" if len(tertahan) > 1 else ""
    raise GalatPemakaian(
        f"{tertahan[0]}{lain} sudah ada dengan isi lain.", "Pilih tujuan lain, atau ganti dengan --timpa."
    )


def _tulis(jalur: Path, bita: bytes) -> None:
    try:
        tulis_semua(jalur.parent, {jalur.name: bita})
    except OSError as galat:
        raise GalatPemakaian(
            f"{jalur} tidak dapat ditulis: {sebab_tulis(galat)}.", "Pilih tujuan lain dengan -o."
        ) from None
