"""Banyak daerah pada satu sumbu: skor tahun ini, dan tahun pembandingnya sebagai titik pucat."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from indeksinovasi.inti.model.batas_predikat import BatasPredikat, batas_di_atas
from indeksinovasi.inti.model.provinsi import BarisDaerah, LaporanProvinsi
from indeksinovasi.keluaran.grafik.bidang import BaganSvg, Bidang, jadikan
from indeksinovasi.keluaran.grafik.huruf import lebar_piksel, lipat_piksel, nama_bagan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, bilangan
from indeksinovasi.keluaran.grafik.pita import susun_pita
from indeksinovasi.keluaran.grafik.skala import SkalaBagan, langkah_rapi, rangkum
from indeksinovasi.keluaran.teks import angka

DAERAH_DIGAMBAR = 60
_LABEL = 214.0
_KIRI, _KANAN = 228.0, 610.0
_BARIS = 22


def bagan_daerah(provinsi: LaporanProvinsi) -> BaganSvg | None:
    """``None`` bila tidak ada dua daerah berskor pada skala yang sama."""
    berskor = [satu for satu in provinsi.daerah if satu.skor is not None]
    skala = berskor[0].skala if berskor else None
    berskor = [satu for satu in berskor if satu.skala == skala and skala is not None][:DAERAH_DIGAMBAR]
    if len(berskor) < 2:
        return None
    judul = _judul_jarak(berskor) or f"{awal_besar(bilangan(len(berskor)))} daerah menurut skor"
    bidang = Bidang()
    bawah, atas = _sumbu(berskor, absolut=skala == "absolut")
    ukuran = "Skor (poin)" if skala == "absolut" else "Indeks Inovasi Daerah"
    bidang.kepala(
        judul,
        f"{ukuran} {len(berskor)} daerah, {nama_bagan(provinsi.nama)} {provinsi.tahun}; sumbu "
        f"{angka(bawah, 0)}–{angka(atas, 0)}; titik pucat: tahun pembanding",
    )
    mendatar = SkalaBagan(bawah, atas, _KIRI, _KANAN)
    mulai = bidang.y + 18
    _latar(bidang, berskor[0].batas, mendatar, (mulai, mulai + _BARIS * len(berskor)))
    for nomor, satu in enumerate(berskor):
        _baris(bidang, satu, mendatar, mulai + _BARIS * nomor + 11)
    bidang.y = mulai + _BARIS * len(berskor) + 20
    bidang.kaki(_kaki(provinsi, berskor))
    isi = "; ".join(f"{nama_bagan(satu.nama)} {angka(satu.skor)}" for satu in berskor)
    return jadikan(bidang, "daerah", judul, f"{isi}.")


def judul_daerah(provinsi: LaporanProvinsi) -> str:
    """Berapa daerah pada predikat tertinggi dan terendah."""
    semua = len(provinsi.daerah)
    if not semua:
        return f"Skor {semua} daerah, {provinsi.tahun}"
    teratas = provinsi.daerah[0]
    berpredikat = [satu.predikat for satu in provinsi.daerah if satu.predikat]
    batas = next((satu.batas for satu in provinsi.daerah if satu.batas), ())
    if semua == 1 and berpredikat:
        return f"{nama_bagan(teratas.nama)} {berpredikat[0]}"
    if berpredikat and batas:
        return _judul_predikat(berpredikat, [satu.nama for satu in batas], semua)
    if not batas and teratas.skor is not None:
        awal = f"{nama_bagan(teratas.nama)} teratas dengan {angka(teratas.skor)}"
        return f"{awal}, dari {bilangan(semua)} daerah"
    return f"Skor {semua} daerah, {provinsi.tahun}"


def _judul_predikat(berpredikat: Sequence[str], nama: Sequence[str], semua: int) -> str:
    tertinggi, terendah = nama[0], nama[-1]
    atas = berpredikat.count(tertinggi)
    bawah = berpredikat.count(terendah) if len(nama) > 1 else 0
    if semua in (atas, bawah):
        return f"Semua {bilangan(semua)} daerah {tertinggi if atas else terendah}"
    if not atas and not bawah:
        return f"Tidak ada daerah {tertinggi} dan tidak ada {terendah}"
    dari = f" dari {bilangan(semua)} daerah"
    sebut = [f"{bilangan(atas)}{dari} {tertinggi}"] if atas else []
    if bawah:
        sebut.append(f"{bilangan(bawah)}{'' if atas else dari} {terendah}")
    return awal_besar("; ".join(sebut))


def _judul_jarak(berskor: Sequence[BarisDaerah]) -> str | None:
    """Daerah yang paling dekat di bawah batas predikat berikutnya."""
    jarak = [(kurang, satu.nama, nama) for satu in berskor for kurang, nama in [jarak_atas(satu)] if kurang]
    if not jarak:
        return None
    kurang, daerah, predikat = min(jarak)
    return f"{nama_bagan(daerah)} paling dekat ke {nama_bagan(predikat)}: kurang {angka(kurang)}"


def jarak_atas(satu: BarisDaerah) -> tuple[Fraction, str]:
    """Poin yang kurang ke predikat berikutnya dan namanya; nol bila sudah tertinggi atau tanpa predikat."""
    if satu.skor is None or satu.predikat is None:
        return Fraction(0), ""
    atas = batas_di_atas(satu.batas, satu.skor)
    # Predikat terbit dapat lebih tinggi daripada menurut skornya.
    if atas is None or atas.mulai is None or atas.nama == satu.predikat:
        return Fraction(0), ""
    return atas.mulai - satu.skor, atas.nama


def _sumbu(berskor: Sequence[BarisDaerah], *, absolut: bool) -> tuple[int, int]:
    nilai: list[Fraction | int] = [satu.skor for satu in berskor if satu.skor is not None]
    nilai += [satu.skor_lama for satu in berskor if satu.skor_lama is not None]
    if absolut:
        return rangkum([0, *nilai], langkah_rapi(Fraction(max(nilai)), 6))
    nilai += [satu.ambang for satu in berskor[0].batas if satu.ambang]
    bawah, atas = rangkum(nilai, 10, 3)
    return bawah, min(atas, 100)


def _latar(
    bidang: Bidang, batas: Sequence[BatasPredikat], skala: SkalaBagan, tegak: tuple[float, float]
) -> None:
    atas, bawah = tegak
    for satu in susun_pita(batas, skala.atas):
        kiri, kanan = skala.letak(satu.mulai), skala.letak(satu.sampai)
        bidang.kotak(kiri, atas, kanan - kiri, bawah - atas, satu.kelas)
        if lebar_piksel(satu.nama, 11) < kanan - kiri - 4:
            bidang.tulis((kiri + kanan) / 2, atas - 5, satu.nama, "k", "middle")
        if skala.memuat(satu.mulai):
            bidang.garis(satu.garis, (kiri, atas), (kiri, bawah + 3))
            bidang.tulis(kiri, bawah + 15, angka(satu.mulai), "n", "middle")


def _baris(bidang: Bidang, satu: BarisDaerah, skala: SkalaBagan, y: float) -> None:
    assert satu.skor is not None
    nama = lipat_piksel(nama_bagan(satu.nama), _LABEL, 11, paling_banyak=2)
    bidang.tulis_lipat(0, y, nama, "e", jarak=11)
    x = skala.letak(satu.skor)
    if satu.skor_lama is not None:
        dari = skala.letak(satu.skor_lama)
        bidang.garis("lh", (dari, y), (x, y))
        bidang.titik(dari, y, "im", 4)
    if satu.asal == "hitungan":
        bidang.titik(x, y)
    else:
        bidang.bujur(x, y, "id")
    bidang.tulis(_KANAN + 8, y + 4, angka(satu.skor), "n")


def _kaki(provinsi: LaporanProvinsi, berskor: Sequence[BarisDaerah]) -> list[str]:
    terbit = any(satu.asal != "hitungan" for satu in berskor)
    kunci = "Lingkaran: dihitung dari catatan; persegi: hasil terbit. " if terbit else ""
    sisa = len(provinsi.daerah) - len(berskor)
    lain = f"{sisa} daerah lain tidak digambar. " if sisa else ""
    return [f"{kunci}{lain}Tabel: daerah-{provinsi.tahun}.csv."]
