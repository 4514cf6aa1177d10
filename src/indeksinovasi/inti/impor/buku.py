"""Mengenali buku kerja kita dari lembar tersembunyinya, dan membaca lembar verifikasi."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.impor.isian_kumpul import (
    adalah_lembar,
    baris_lembar,
    cacat_isian,
    cacat_lembar,
    cari_lembar,
)
from indeksinovasi.inti.impor.label import TidakTerpetakan, kosong, pilihan_dari, tanggal_dari_sel, teks_sel
from indeksinovasi.inti.model.impor import BarisTerbaca, IsiSel, Lembar, StatusLembar
from indeksinovasi.inti.model.isian import (
    KOLOM_STATUS,
    KOLOM_VERIFIKASI,
    LEMBAR_DATA,
    LEMBAR_INOVASI,
    LEMBAR_STATUS,
    LEMBAR_VERIFIKASI,
)
from indeksinovasi.inti.model.mentah import dalam, peta
from indeksinovasi.inti.nama import rapikan_teks

_DIISI = ("parameter", "catatan", "oleh", "tanggal")


class Buku(NamedTuple):
    """Buku kerja kita. ``asal`` ``None``: lembar tersembunyinya hilang, titik tolaknya tidak diketahui."""

    jenis: str
    tahun: int | None
    daerah: str | None
    asal: Mapping[str, Any] | None


def baca_buku(lembar: Sequence[Lembar]) -> Buku | None:
    """Pengenal buku kerja; ``None`` bila bukan buatan kita."""
    tersimpan = cari_lembar(lembar, LEMBAR_DATA)
    if tersimpan is not None and (data := _data(tersimpan)):
        return Buku(data["jenis"], data.get("tahun"), data.get("daerah"), peta(data.get("asal")))
    if any(True for _ in baris_lembar(cari_lembar(lembar, LEMBAR_VERIFIKASI), KOLOM_VERIFIKASI)):
        return Buku("verifikasi", None, None, None)
    pokok = baris_lembar(cari_lembar(lembar, LEMBAR_INOVASI), ("id", "nama", "status"))
    return Buku("isian", None, None, None) if any("status" in sel for _, sel in pokok) else None


def cacat_buku(buku: Buku, lembar: Sequence[Lembar], tahun: int) -> Iterator[str]:
    """Kalimat tentang lembar dan kolom buku kerja kita yang hilang."""
    if buku.jenis == "isian":
        yield from cacat_isian(lembar, berspd=f"{tahun}/spd" in (buku.asal or {}))
    else:
        yield from cacat_lembar(
            lembar, {LEMBAR_VERIFIKASI: ("id", "indikator", *_DIISI), LEMBAR_STATUS: KOLOM_STATUS}
        )


def tanpa_lembar_pokok(buku: Buku, lembar: Sequence[Lembar]) -> str | None:
    """Nama lembar yang harus ada; ``None`` bila ada."""
    nama = (LEMBAR_INOVASI,) if buku.jenis == "isian" else (LEMBAR_VERIFIKASI, LEMBAR_STATUS)
    return None if any(adalah_lembar(cari_lembar(lembar, satu)) for satu in nama) else nama[0]


def _data(lembar: Lembar) -> dict[str, Any] | None:
    teks = "".join(str(satu.sel[0]) for satu in lembar.baris[1:] if satu.sel)
    try:
        data = json.loads(teks)
    except (ValueError, RecursionError):
        return None
    return data if dalam(data, "jenis") in ("isian", "verifikasi") else None


def calon_verifikasi(sumber: str, lembar: Sequence[Lembar]) -> Iterator[BarisTerbaca]:
    """Tiap baris lembar Verifikasi yang diisi, dan tiap status baru; isinya di kunci yang ditulis."""
    for nomor, sel in baris_lembar(cari_lembar(lembar, LEMBAR_VERIFIKASI), KOLOM_VERIFIKASI):
        # Nama dan tanggal yang disalin ke semua baris belum berarti barisnya diperiksa.
        if not kosong(sel.get("parameter")) or not kosong(sel.get("catatan")):
            yield _satu(sumber, nomor, sel)
    for nomor, sel in baris_lembar(cari_lembar(lembar, LEMBAR_STATUS), KOLOM_STATUS):
        if not kosong(sel.get("status baru")):
            yield _status(sumber, nomor, sel)


def status_tercantum(sumber: str, lembar: Sequence[Lembar]) -> Iterator[StatusLembar]:
    """Status yang tercantum pada baris yang status barunya kosong; yang diketik orang di sana terabaikan."""
    for nomor, sel in baris_lembar(cari_lembar(lembar, LEMBAR_STATUS), KOLOM_STATUS):
        if kosong(sel.get("status baru")) and not kosong(sel.get("status")):
            tulisan = rapikan_teks(teks_sel(sel.get("status")))
            yield StatusLembar(sumber, nomor, teks_sel(sel.get("id")).strip(), tulisan)


def _satu(sumber: str, nomor: int, sel: Mapping[str, IsiSel]) -> BarisTerbaca:
    calon = BarisTerbaca(sumber, nomor, id=teks_sel(sel.get("id")).strip(), asal={})
    for kolom in ("id", "indikator", "parameter"):
        if kosong(sel.get(kolom)):
            calon.dilewati = f"kolom {kolom} kosong"
            return calon
    tingkat = teks_sel(sel.get("parameter")).strip()
    if tingkat not in ("0", "1", "2", "3"):
        calon.dilewati = f"parameter {kutip(tingkat)} bukan 0-3"
        return calon
    isi: dict[str, Any] = {"parameter": int(tingkat)}
    for kolom in ("catatan", "oleh"):
        if not kosong(sel.get(kolom)):
            isi[kolom] = rapikan_teks(teks_sel(sel.get(kolom)))
    if not kosong(sel.get("tanggal")):
        try:
            isi["tanggal"] = tanggal_dari_sel(sel.get("tanggal"))
        except TidakTerpetakan as galat:
            calon.dilewati = f"tanggal {kutip(teks_sel(sel.get('tanggal')))} {galat}"
    calon.isi = {"verifikasi": {teks_sel(sel.get("indikator")).strip(): isi}}
    return calon


def _status(sumber: str, nomor: int, sel: Mapping[str, IsiSel]) -> BarisTerbaca:
    calon = BarisTerbaca(sumber, nomor, id=teks_sel(sel.get("id")).strip(), asal={})
    if kosong(sel.get("id")):
        calon.dilewati = "kolom id kosong"
        return calon
    teks = rapikan_teks(teks_sel(sel.get("status baru")))
    kode = pilihan_dari("status", teks)
    if kode is None:
        calon.dilewati = f"status {kutip(teks)} bukan pilihan"
        return calon
    calon.isi = {"status": kode}
    # Titik tolaknya status yang tercantum di lembar: yang berubah sesudah itu menjadi pertentangan.
    calon.asal = {"status": pilihan_dari("status", teks_sel(sel.get("status")))}
    return calon
