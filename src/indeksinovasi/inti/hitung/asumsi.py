"""Asumsi yang menopang sebuah hasil: konstanta berkepastian lemah, tabel yang disimpulkan, dan fakta yang
tidak diputuskan aturan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from indeksinovasi.inti.model.hasil import Asumsi, NilaiInovasi, NilaiSpd
from indeksinovasi.inti.model.ketentuan import Agregasi, Ketentuan, Konstanta, Pembulatan, Saklar
from indeksinovasi.inti.model.metode import Metode

LEMAH = "lemah"
_SPD_NOL = {
    "tidak_ada": "spd.yaml tidak ada",
    "tak_terbaca": "spd.yaml tak terbaca",
    "tak_terhitung": "baris SPD tidak punya tabel pada tahun ini",
}


def daftar_asumsi(
    metode: Metode, spd: NilaiSpd, inovasi: tuple[NilaiInovasi, ...], nomor: int
) -> tuple[Asumsi, ...]:
    """Semua asumsi yang dipakai hasil pada dasar ke-*nomor*."""
    return (*_konstanta(metode), *_tabel(metode, inovasi), *_spd(spd), *_fakta(inovasi, spd, nomor))


def _konstanta(metode: Metode) -> Iterator[Asumsi]:
    for kunci, _, isi in metode.ketentuan():
        if isi.kepastian == LEMAH and _menopang(kunci, isi):
            yield _asumsi(kunci, isi)
    for batas in metode.predikat:
        if batas.mulai.kepastian == LEMAH:
            di_antara = batas.di_antara
            kisaran = (di_antara.lebih_dari, di_antara.paling_banyak) if di_antara else ()
            yield _asumsi(f"predikat.{batas.nama}", batas.mulai, kisaran)


def _menopang(kunci: str, isi: Ketentuan) -> bool:
    """Skor tertinggi SPD dan jumlah inovasi menopang lewat totalnya; total yang kosong tidak dipakai."""
    if kunci in ("maksimum.spd", "maksimum.jumlah_inovasi"):
        return False
    return not (kunci == "maksimum.total" and isinstance(isi, Konstanta) and isi.nilai is None)


def _asumsi(kunci: str, isi: Ketentuan, kisaran: tuple[Fraction, ...] = ()) -> Asumsi:
    alasan = isi.alasan or ""
    match isi:
        case Agregasi():
            return Asumsi(kunci, isi.cara, (isi.cara,), LEMAH, alasan)
        case Konstanta() | Saklar() | Pembulatan():
            return Asumsi(kunci, isi.nilai, kisaran or isi.kemungkinan or (isi.nilai,), LEMAH, alasan)
    raise TypeError(f"ketentuan {kunci} tidak dikenal")


def _tabel(metode: Metode, inovasi: tuple[NilaiInovasi, ...]) -> Iterator[Asumsi]:
    dipakai = {baris.kode for satu in inovasi if satu.dari_baris for baris in satu.baris}
    lemah = [satu.kode for satu in metode.indikator if satu.kepastian == LEMAH and satu.kode in dipakai]
    if lemah:
        alasan = f"tingkat {len(lemah)} indikator bukan dari naskah tahun ini: {', '.join(lemah)}"
        yield Asumsi("tabel_sid", "disimpulkan", (), LEMAH, alasan)


def _spd(spd: NilaiSpd) -> Iterator[Asumsi]:
    if spd.asal in _SPD_NOL and spd.skor is not None:
        kemungkinan = (spd.skor.klaim, spd.tertinggi.klaim) if spd.tertinggi else (spd.skor.klaim,)
        alasan = _SPD_NOL[spd.asal]
        yield Asumsi("spd", spd.skor.klaim, kemungkinan, LEMAH, alasan)
    if spd.asal == "dibawa":
        yield Asumsi(
            "spd",
            "tabel SPD tahun catatan",
            (),
            LEMAH,
            "metode ini tidak memuat tabel SPD; skor dihitung dengan tabel tahun catatan",
        )


def _fakta(inovasi: tuple[NilaiInovasi, ...], spd: NilaiSpd, nomor: int) -> Iterator[Asumsi]:
    baris = [b for satu in inovasi if satu.dari_baris for b in satu.baris]
    ragu = Counter(b.kode for b in (*baris, *spd.baris) if b.tertinggi[nomor] > b.tingkat[nomor])
    for kode, banyak in sorted(ragu.items()):
        sebab = "di celah, tumpang tindih, atau pada dua lembar yang berbeda"
        alasan = f"{banyak} fakta berada {sebab}; tingkat rendah dihitung"
        yield Asumsi(f"tingkat.{kode}", "rendah", ("rendah", "tinggi"), LEMAH, alasan)
