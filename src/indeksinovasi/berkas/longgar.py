"""Isian pilihan yang ditulis kosong atau ``-``, dan nomor tanpa tanda petik: dibaca menurut maksudnya.

Ekspor resmi memakai ``-`` bagi yang tidak ada. Isian semacam itu dianggap tidak ditulis, nomor dibaca seperti
tulisannya; keduanya hanya diperingatkan dan catatannya tetap dihitung.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from indeksinovasi.berkas.baca import IsiBerkas
from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.angka import AngkaTertulis
from indeksinovasi.inti.model.temuan import Jalur, Masalah, Usul

_TEKS_CATATAN = ("nama_inisiator", "tematik", "pkpn", "video")
_TEKS_BUKTI = ("berkas", "tautan", "nomor", "tentang")
_TEKS_VERIFIKASI = ("catatan", "oleh")
_CATATAN = (*_TEKS_CATATAN, "asta_cita", "koordinat", "tanggal_input", "pengembangan_dari", "kematangan")
_BUKTI = (*_TEKS_BUKTI, "tanggal")
_VERIFIKASI = (*_TEKS_VERIFIKASI, "tanggal", "sidik")
_TANDA_KOSONG = ("", "-", "–", "—")


class _Ubah(NamedTuple):
    """Isian yang dibaca lain: bilangan menjadi teks (``angka``), selain itu dianggap tidak ditulis."""

    wadah: dict[Any, Any]
    jalur: Jalur
    angka: bool


def longgarkan(dokumen: IsiBerkas) -> tuple[IsiBerkas, list[Masalah]]:
    """*dokumen* dengan isian pilihannya dibaca menurut maksud, dan peringatannya."""
    semua = list(_cari(dokumen.data)) if isinstance(dokumen.data, dict) else []
    if not semua:
        return dokumen, []
    from copy import deepcopy

    # Jumlahnya sudah dibatasi pembaca; data asli tidak pernah diubah.
    salinan = deepcopy(dokumen.data)
    return dokumen._replace(data=salinan), [_terapkan(satu, dokumen.teks) for satu in list(_cari(salinan))]


def _terapkan(ubah: _Ubah, teks: str) -> Masalah:
    from indeksinovasi.berkas.tulisan import pembaca_tulisan

    kunci = ubah.jalur[-1]
    nilai = ubah.wadah[kunci]
    if ubah.angka:
        tulisan = pembaca_tulisan(teks)(ubah.jalur) or str(nilai)
        ubah.wadah[kunci] = tulisan
        pesan = f"{kunci} {kutip(tulisan)} tertulis sebagai bilangan; dibaca sebagai teks"
        petunjuk = f'Apit dengan tanda petik: "{tulisan[:40]}".'
        return Masalah("SKM118", ubah.jalur, pesan, petunjuk, "nilai", "peringatan", Usul(tulisan))
    del ubah.wadah[kunci]
    tanda = "kosong" if nilai is None or not nilai.strip() else kutip(nilai)
    petunjuk = "Hapus kuncinya bila memang tidak ada."
    return Masalah("SKM117", ubah.jalur, f"{kunci} {tanda}, dianggap tidak diisi", petunjuk, "kunci", "saran")


def _cari(data: dict[Any, Any]) -> Iterator[_Ubah]:
    yield from _isian(data, (), _CATATAN, _TEKS_CATATAN)
    yield from _daftar(data, (), "urusan_lain")
    waktu = data.get("waktu")
    if isinstance(waktu, dict):
        yield from _isian(waktu, ("waktu",), ("uji_coba", "pengembangan"), ())
    baris = data.get("indikator")
    if not isinstance(baris, dict):
        return
    for kode, entri in baris.items():
        if isinstance(entri, dict):
            yield from _entri(entri, ("indikator", kode))


def _entri(entri: dict[Any, Any], jalur: Jalur) -> Iterator[_Ubah]:
    semua = entri.get("bukti")
    if isinstance(semua, list):
        for urutan, satu in enumerate(semua):
            if isinstance(satu, dict):
                yield from _isian(satu, (*jalur, "bukti", urutan), _BUKTI, _TEKS_BUKTI)
    else:
        yield from _daftar(entri, jalur, "bukti")
    verifikasi = entri.get("verifikasi")
    if isinstance(verifikasi, dict):
        yield from _isian(verifikasi, (*jalur, "verifikasi"), _VERIFIKASI, _TEKS_VERIFIKASI)


def _isian(
    wadah: dict[Any, Any], jalur: Jalur, semua: tuple[str, ...], teks: tuple[str, ...]
) -> Iterator[_Ubah]:
    for kunci in semua:
        nilai = wadah.get(kunci)
        if isinstance(nilai, str):
            if len(nilai) <= 3 and nilai.strip() in _TANDA_KOSONG:
                yield _Ubah(wadah, (*jalur, kunci), False)
        elif isinstance(nilai, int | float | AngkaTertulis) and not isinstance(nilai, bool) and kunci in teks:
            yield _Ubah(wadah, (*jalur, kunci), True)


def _daftar(wadah: dict[Any, Any], jalur: Jalur, kunci: str) -> Iterator[_Ubah]:
    """Daftar yang boleh tidak ada: kosong atau tanda kosong."""
    if kunci not in wadah:
        return
    nilai = wadah[kunci]
    if nilai is None or (isinstance(nilai, str) and nilai.strip() in _TANDA_KOSONG):
        yield _Ubah(wadah, (*jalur, kunci), False)
