"""Tabel penilaian: dari mana indeks itu, dan sumbangan tiap perangkat daerah."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from indeksinovasi.inti.hitung.ikhtisar import persen_maksimum, rata_kematangan
from indeksinovasi.inti.hitung.rumus import ketetapan
from indeksinovasi.inti.laporan.rinci import daftar_opd, takaran
from indeksinovasi.inti.model.angka import NOL, bulatkan
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.ketentuan import nilai_konstanta
from indeksinovasi.inti.model.laporan import OpdLaporan
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.keluaran.dokumen import (
    Alinea,
    BarisTabel,
    Blok,
    Kalimat,
    Kolom,
    Potong,
    Tabel,
    hanya_kolom,
    kalimat,
    sel,
)
from indeksinovasi.keluaran.teks import NAMA_GOLONGAN, angka, angka_rapi

_TITIK_TERBANYAK = 6
_CATATAN_BULAT = "Tiap angka dibulatkan sendiri; jumlahnya dapat berselisih 0,01."
_Bagian = tuple[str, Fraction | None, Fraction | None]
"""Nama bagian, skornya, dan skor tertingginya."""


def tabel_asal(hasil: Hasil) -> Iterator[Blok]:
    """Bagian-bagian skor, skor tertingginya, dan poin indeksnya; lalu siapa yang terhitung."""
    bagian = list(_bagian(hasil))
    rincian = hasil.utama.rincian
    apa = "skor" if hasil.absolut else "indeks"
    kolom = (
        Kolom(f"Dari mana {apa} itu (dasar {hasil.dasar})", "nama"),
        Kolom("skor", "angka"),
        Kolom("dari", "angka"),
        Kolom("poin indeks", "angka"),
    )
    baris = [
        BarisTabel(sel(nama, angka(skor), angka_rapi(maks), angka(_poin(skor, rincian.maksimum))))
        for nama, skor, maks in bagian
    ]
    if rincian.total is not None:
        isi = (angka(rincian.total), angka_rapi(rincian.maksimum), angka(hasil.utama.skor))
        baris.append(BarisTabel(sel("Jumlah", *isi), "jumlah"))
    bermaksimum = any(maks is not None for _, _, maks in bagian)
    berindeks = rincian.indeks is not None and rincian.maksimum is not None
    tampak = (True, True, bermaksimum, berindeks)
    yield hanya_kolom(Tabel(kolom, tuple(baris)), [nomor for nomor, ada in enumerate(tampak) if ada])
    yield Alinea(tuple((Potong(satu, "redup"),) for satu in _keterangan(hasil, bagian)), rapat=True)


def _poin(skor: Fraction | None, maksimum: Fraction | None) -> Fraction | None:
    return None if skor is None or not maksimum else skor / maksimum * 100


def _bagian(hasil: Hasil) -> Iterator[_Bagian]:
    masukan, rincian, maksimum = hasil.utama.masukan, hasil.utama.rincian, hasil.metode.maksimum
    if hasil.spd.asal != "tidak_diukur":
        yield "SPD", masukan.spd, hasil.spd.maksimum
    jumlah = angka_rapi(masukan.jumlah_kematangan)
    if hasil.metode.rumus.sid.cara == "jumlah":
        yield "Jumlah kematangan", masukan.jumlah_kematangan, None
    else:
        nama = f"Jumlah kematangan {jumlah} ÷ pembagi {rincian.pembagi}"
        yield nama, rincian.rata_rata, nilai_konstanta(maksimum.sid_indikator)
    if hasil.metode.rumus.jumlah_inovasi:
        yield _nama_jumlah(hasil), rincian.skor_jumlah, nilai_konstanta(maksimum.jumlah_inovasi)


def _nama_jumlah(hasil: Hasil) -> str:
    tetap = ketetapan(hasil.metode)
    terhitung = hasil.jumlah["terhitung"]
    if hasil.utama.rincian.urusan_terpenuhi is False:
        perlu = f"(urusan wajib {len(hasil.urusan_terisi)}, perlu {angka_rapi(tetap.urusan_minimal)})"
        return f"Jumlah inovasi {perlu}"
    n = terhitung if tetap.maksimum_n is None else min(Fraction(terhitung), tetap.maksimum_n)
    return f"Jumlah inovasi {n} × {angka_rapi(tetap.poin)}"


def _keterangan(hasil: Hasil, bagian: list[_Bagian]) -> Iterator[str]:
    if _selisih_bulat(hasil, bagian):
        yield _CATATAN_BULAT
    persen = persen_maksimum(hasil)
    if hasil.utama.rincian.total is None and persen is not None:
        yield f"Jumlah kematangan ÷ pembagi = {angka(persen)}% dari yang tertinggi."
    yield _sebut_jumlah(hasil)
    if wajib := hasil.metode.urusan_wajib:
        kosong = [URUSAN[satu] for satu in wajib if satu not in hasil.urusan_terisi]
        ekor = f"; kosong: {'; '.join(kosong)}" if kosong else ""
        yield f"Urusan wajib terisi {len(hasil.urusan_terisi)} dari {len(wajib)}{ekor}."


def _selisih_bulat(hasil: Hasil, bagian: list[_Bagian]) -> bool:
    """Poin yang tercetak tidak berjumlah tepat indeksnya."""
    rincian, skor = hasil.utama.rincian, hasil.utama.skor
    if rincian.indeks is None or skor is None:
        return False
    poin = (_poin(satu, rincian.maksimum) for _, satu, _ in bagian)
    return sum((Fraction(bulatkan(satu, 2)) for satu in poin if satu is not None), NOL) != skor


def _sebut_jumlah(hasil: Hasil) -> str:
    isi = [f"{hasil.jumlah['terhitung']} inovasi terhitung"]
    for nama, banyak in hasil.jumlah.items():
        if banyak and nama != "terhitung":
            isi.append(f"{banyak} {NAMA_GOLONGAN[nama]}")
    rata = rata_kematangan(hasil)
    akhir = "" if rata is None else f"; kematangan rata-rata {angka(rata)} per inovasi terhitung"
    return f"{', '.join(isi)}{akhir}."


def tabel_opd(hasil: Hasil) -> Iterator[Blok]:
    """Perangkat daerah menurut sumbangannya; bulatan terhadap target bila ada target."""
    if not hasil.opd:
        return
    ukur = takaran(hasil)
    semua = daftar_opd(hasil, ukur)
    kolom = (
        Kolom("Perangkat daerah", "nama"),
        Kolom("inovasi", "teks" if any(satu.target for satu in semua) else "angka"),
        Kolom("kematangan", "angka"),
        Kolom("sumbangan", "angka"),
    )
    yield Tabel(kolom, tuple(map(_baris_opd, semua)))
    yield Alinea(tuple(_keterangan_opd(semua, ukur.satuan)), rapat=True)


def _baris_opd(satu: OpdLaporan) -> BarisTabel:
    nama = satu.nama + ("" if satu.terdaftar else " (belum terdaftar)")
    return BarisTabel(sel(nama, _titik(satu), angka(satu.rata_rata), angka(satu.sumbangan)))


def _titik(satu: OpdLaporan) -> Kalimat:
    """``●○`` menurut target; di atas enam ditulis ``n dari t``."""
    target = satu.target or 0
    if not target:
        return kalimat(str(satu.jumlah_inovasi))
    if max(satu.jumlah_inovasi, target) > _TITIK_TERBANYAK:
        kurang = satu.jumlah_inovasi < target
        return (Potong(f"{satu.jumlah_inovasi} dari {target}", "turun" if kurang else "biasa"),)
    return kalimat("●" * satu.jumlah_inovasi, Potong("○" * max(target - satu.jumlah_inovasi, 0), "turun"))


def _keterangan_opd(semua: tuple[OpdLaporan, ...], satuan: str) -> Iterator[Kalimat]:
    target = next((satu.target for satu in semua if satu.target), None)
    belum = sum(satu.terpenuhi is False for satu in semua)
    if target:
        ekor = f"○ kurang dari target {target}: {belum} OPD" if belum else f"target {target} tercapai semua"
        yield (Potong(f"● terhitung  {ekor}", "redup"),)
    yield (Potong(f"Kematangan: rata-rata inovasi terhitungnya. Sumbangan dalam {satuan}.", "redup"),)
