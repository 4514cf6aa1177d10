"""Angka turunan satu ``Hasil`` yang dibaca beberapa laporan: rata-rata inovasi dan indikator, OPD pelapor."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.model.hasil import Hasil, NilaiBaris, RataIndikator
from indeksinovasi.inti.model.inovasi import melapor


def ukuran_hasil(hasil: Hasil) -> Fraction | None:
    """Indeks (0-100) atau skor total (skala absolut) sebelum dibulatkan; ``None`` bila tak dapat dihitung."""
    rincian = hasil.utama.rincian
    return rincian.total if hasil.absolut else rincian.indeks


def rata_kematangan(hasil: Hasil) -> Fraction | None:
    """Rata-rata kematangan per inovasi yang terhitung, dalam poin.

    Berbeda dari ``Rincian.rata_rata``, yang memakai pembagi rumus; ``None`` bila tidak ada yang terhitung.
    """
    masukan = hasil.utama.masukan
    return masukan.jumlah_kematangan / masukan.terhitung if masukan.terhitung else None


def opd_melapor(hasil: Hasil) -> int:
    """Banyak OPD yang melapor: mempunyai sekurangnya satu catatan yang bukan draf."""
    pelapor = {satu.opd for satu in hasil.inovasi if melapor(satu.status)}
    return sum(satu.kode in pelapor for satu in hasil.opd)


def rata_indikator(hasil: Hasil) -> tuple[RataIndikator, ...]:
    """Rata-rata tiap baris SID atas inovasi terhitung, menurut urutan tabel; baris yang kosong bernilai 0.

    Inovasi dengan kematangan siap pakai tidak ikut karena tidak dinilai dari barisnya.
    """
    dibaca = [satu for satu in hasil.inovasi if satu.dari_baris]
    if not dibaca:
        return ()
    tingkat: dict[str, int] = defaultdict(int)
    for satu in dibaca:
        for baris in satu.baris:
            tingkat[baris.kode] += baris.tingkat[hasil.nomor_dasar]
    return tuple(
        RataIndikator(ind.kode, ind.nama, rata, None if ind.bobot is None else ind.bobot * rata)
        for ind in hasil.metode.aspek("sid")
        for rata in (Fraction(tingkat[ind.kode], len(dibaca)),)
    )


def baris_spd(hasil: Hasil) -> tuple[RataIndikator, ...]:
    """Baris SPD pada dasar terpilih, dalam bentuk yang sama dengan ``rata_indikator``."""
    return tuple(_baris(baris, hasil.nomor_dasar) for baris in hasil.spd.baris)


def _baris(baris: NilaiBaris, nomor: int) -> RataIndikator:
    return RataIndikator(baris.kode, baris.nama, Fraction(baris.tingkat[nomor]), baris.skor(nomor))


def alasan_tanpa_indeks(hasil: Hasil) -> str:
    """Kalimat sebab indeks tidak dapat dihitung, dari catatan penilaian."""
    pesan = next((satu.pesan for satu in hasil.catatan if satu.tentang == "tanpa_indeks"), None)
    return pesan or "Indeks tidak dapat dihitung."


_BATAS_NOL = Fraction(1, 100)


def persen_maksimum(hasil: Hasil) -> Fraction | None:
    """Jumlah kematangan ÷ pembagi terhadap yang tertinggi, dalam persen; ``None`` bila tak diketahui."""
    rata, maksimum = hasil.utama.rincian.rata_rata, hasil.metode.maksimum.sid_indikator
    penuh = maksimum.nilai if maksimum else None
    return rata / penuh * 100 if rata is not None and penuh else None


class BatasSekitar(NamedTuple):
    """Batas predikat sebuah hasil dan predikat terdekat di atasnya; ``None`` bila tidak ada atau tidak
    diketahui.
    """

    milik: tuple[str, Fraction] | None
    berikut: tuple[str, Fraction] | None


def batas_sekitar(hasil: Hasil) -> BatasSekitar:
    """Batas yang mengapit skor hasil ini; batas 0,01 hanya disebut sebagai batas berikutnya bagi skor nol."""
    skor = hasil.utama.skor
    semua = ((satu.nama, satu.mulai.nilai) for satu in hasil.metode.predikat)
    batas = [(nama, mulai) for nama, mulai in semua if mulai is not None]
    if skor is None:
        return BatasSekitar(None, None)
    milik = next((b for b in batas if b[0] == hasil.utama.predikat and b[1] > _BATAS_NOL), None)
    atas = [satu for satu in batas if satu[1] > skor]
    return BatasSekitar(milik, min(atas, key=lambda satu: satu[1], default=None))


def _baris_dinilai(hasil: Hasil) -> list[NilaiBaris]:
    milik = (b for satu in hasil.inovasi if satu.dari_baris for b in satu.baris)
    return [*milik, *hasil.spd.baris]


def baris_tanpa_bukti(hasil: Hasil) -> int:
    """Banyak baris yang diklaim tanpa satu pun bukti, atas inovasi terhitung dan SPD."""
    return sum(satu.tingkat.klaim > 0 and not satu.tingkat.berbukti for satu in _baris_dinilai(hasil))


def baris_menunggu_verifikasi(hasil: Hasil) -> int:
    """Banyak baris berbukti yang belum diverifikasi, atas inovasi terhitung dan SPD."""
    return sum(satu.tingkat.berbukti > 0 and not satu.terverifikasi for satu in _baris_dinilai(hasil))
