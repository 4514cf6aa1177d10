"""``indeks jelaskan urusan``: pilihan sebuah isian beserta artinya."""

from __future__ import annotations

from collections.abc import Mapping

from indeksinovasi.inti.metode.jelaskan import PenjelasanPilihan
from indeksinovasi.inti.model.daerah import Klaster
from indeksinovasi.inti.model.inovasi import BentukInovasi, Inisiator, JenisInovasi, Status, Tahapan
from indeksinovasi.keluaran.dokumen import Dokumen, Judul, RincianLabel, kalimat
from indeksinovasi.keluaran.skema.pilihan import ARTI_PILIHAN, ARTI_URUSAN

_ARTI_ISIAN: dict[str, Mapping[str, str]] = {
    "status": ARTI_PILIHAN[Status],
    "tahapan": ARTI_PILIHAN[Tahapan],
    "inisiator": ARTI_PILIHAN[Inisiator],
    "jenis": ARTI_PILIHAN[JenisInovasi],
    "bentuk": ARTI_PILIHAN[BentukInovasi],
    "klaster": ARTI_PILIHAN[Klaster],
    "urusan": ARTI_URUSAN,
}


def dokumen_pilihan(pilihan: PenjelasanPilihan) -> Dokumen:
    """Setiap kode yang boleh ditulis dan artinya."""
    arti = _ARTI_ISIAN[pilihan.isian]
    isi = tuple((kalimat(kode), (kalimat(uraian),)) for kode, uraian in arti.items())
    return (Judul(kalimat(f"{pilihan.isian} · {len(arti)} pilihan"), 1), RincianLabel(isi))
