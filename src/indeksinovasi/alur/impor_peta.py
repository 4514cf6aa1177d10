"""Peta tabel lain: memuat yang disunting orang, dan mengusulkan yang belum ada."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from indeksinovasi.alur.baru import satu_daerah
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.tambahan import pastikan
from indeksinovasi.berkas.baca import baca
from indeksinovasi.berkas.entri import jenis_jalur
from indeksinovasi.berkas.muat import muat_model, temuan_dari
from indeksinovasi.berkas.tabel.baca import adalah_excel, baca_sumber
from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud
from indeksinovasi.inti.impor.baris import URUTAN_ISIAN
from indeksinovasi.inti.impor.peta import periksa_peta, usulkan_peta
from indeksinovasi.inti.impor.unit import PencariOpd
from indeksinovasi.inti.model.inovasi import Waktu
from indeksinovasi.inti.model.peta import Peta
from indeksinovasi.inti.model.temuan import Temuan


def peta_ada(jalur: Path) -> bool:
    """Peta sudah ditulis; bila belum, usulnya yang diminta."""
    return jenis_jalur(jalur) != "tiada"


def muat_peta(jalur: Path) -> Peta:
    """Peta di *jalur*; ``GalatPemakaian`` dengan letaknya bila ada yang salah."""
    dokumen = baca(jalur, jalur.as_posix())
    if dokumen.temuan:
        raise GalatPemakaian(f"Peta {jalur} tidak dapat dibaca.", "Betulkan menurut temuan.", dokumen.temuan)
    peta, masalah = muat_model(dokumen, Peta)
    if peta is not None:
        masalah.extend(periksa_peta(peta))
    if peta is None or masalah:
        raise GalatPemakaian(
            f"Peta {jalur} tidak dapat dipakai.", "Betulkan menurut temuan.", temuan_dari(dokumen, masalah)
        )
    return peta


def usul_peta(sumber: Sequence[Path], ke: Path, tahun: int) -> dict[str, Any]:
    """Usul peta dari sumber pertama yang punya baris judul."""
    milik = satu_daerah(ke)
    if any(adalah_excel(satu) for satu in sumber):
        pastikan("tabel", "membaca Excel")
    pencari = PencariOpd(milik.nama_opd, milik.daerah.nama if milik.daerah else "")
    temuan: list[Temuan] = []
    for satu in sumber:
        tabel = baca_sumber(satu, satu.as_posix()).tabel
        temuan += tabel.temuan
        for lembar in tabel.lembar:
            if usul := usulkan_peta(lembar, pencari):
                return usul
    raise GalatPemakaian(
        f"Tidak ada baris judul yang dapat dipetakan untuk {tahun}.", "Periksa tabelnya.", tuple(temuan)
    )


def isian_ditimpa(tertulis: str | None) -> tuple[str, ...]:
    """Isian ``--timpa-isian``; ``GalatPemakaian`` bila ada yang tidak dikenal."""
    semua = tuple(satu.strip() for satu in (tertulis or "").split(",") if satu.strip())
    waktu = [f"waktu.{satu}" for satu in Waktu.model_fields]
    dikenal = [*URUTAN_ISIAN, *waktu]
    for satu in semua:
        if satu not in dikenal and not satu.startswith("indikator."):
            maksud = mungkin_maksud(satu, dikenal)
            raise GalatPemakaian(
                f"Isian {kutip(satu)} tidak dikenal.", atau(maksud, f"Pilih {', '.join(dikenal)}.")
            )
    return semua
