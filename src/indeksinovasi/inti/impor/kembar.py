"""Yang hampir pasti satu tetapi akan ditulis dua kali: baris berjudul sama, dan OPD baru yang salah ketik."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from indeksinovasi.inti.ejaan import ejaan_terdekat, kutip, teks_pembanding
from indeksinovasi.inti.katalog import buat_temuan
from indeksinovasi.inti.model.impor import RencanaImpor
from indeksinovasi.inti.model.temuan import Masalah, Temuan


def baris_kembar(rencana: RencanaImpor) -> Iterator[Temuan]:
    """IMP817: baris baru yang judul dan OPD-nya sama dengan baris baru sebelumnya; keduanya ditulis."""
    terlihat: dict[tuple[str, str], int] = {}
    for satu in rencana.langkah:
        judul = str((satu.isi or {}).get("nama") or "")
        if satu.nasib != "baru" or not judul:
            continue
        pertama = terlihat.setdefault((satu.opd, teks_pembanding(judul)), satu.calon.baris)
        if pertama != satu.calon.baris:
            pesan = f"judul {kutip(judul)} juga ada di baris {pertama}; keduanya ditulis"
            yield buat_temuan(satu.calon.sumber, satu.calon.baris, 1, Masalah("IMP817", (), pesan))


def opd_mirip(rencana: RencanaImpor, terdaftar: Collection[str]) -> Iterator[Temuan]:
    """IMP818: OPD yang akan didaftarkan, padahal namanya hampir sama dengan yang *terdaftar*."""
    for kode, nama in rencana.opd_baru.items():
        lain = [satu for satu in terdaftar if satu != kode]
        mirip = ejaan_terdekat(nama, lain)
        calon = next((satu.calon for satu in rencana.langkah if satu.opd == kode), None)
        if mirip and calon:
            pesan = f"OPD baru {kutip(nama)} mungkin sama dengan {kutip(mirip)}"
            yield buat_temuan(calon.sumber, calon.baris, 1, Masalah("IMP818", (), pesan))
