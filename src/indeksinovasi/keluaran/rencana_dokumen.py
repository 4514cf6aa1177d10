"""``rencana andai`` dan ``rencana susun`` sebagai dokumen: jawaban lebih dulu, lalu sebab dan langkahnya."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from indeksinovasi.inti.hitung.rumus import terbulat
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.rencana.andai import HasilAndai, Titik
from indeksinovasi.inti.rencana.susun import CalonKirim, HasilSusun, TitikKurva
from indeksinovasi.keluaran.banding import arah
from indeksinovasi.keluaran.dokumen import (
    Bagan,
    BarisBagan,
    BarisTabel,
    Blok,
    Dokumen,
    Judul,
    Kalimat,
    Kolom,
    Potong,
    Tabel,
    kalimat,
    satu_alinea,
    sel,
)
from indeksinovasi.keluaran.nilai_kata import peran_predikat
from indeksinovasi.keluaran.teks import PREDIKAT_KOSONG, angka, angka_rapi

DIBULATKAN = "Tiap angka dibulatkan sendiri; jumlahnya dapat berselisih 0,01."
_TERBANYAK = 20


def judul_rencana(hasil: Hasil, apa: str, kanan: str = "") -> Judul:
    """Kepala: daerah, tahun, dan pokoknya; dasar penilaian di ujung baris."""
    return Judul(kalimat(f"{hasil.daerah.nama} {hasil.tahun} · {apa}"), 1, kanan or f"dasar {hasil.dasar}")


def nama_skor(hasil: Hasil) -> str:
    """``indeks``, atau ``skor`` pada skala absolut."""
    return "skor" if hasil.absolut else "indeks"


def sebut_predikat(nama: str | None) -> Potong:
    """Predikat dengan perannya."""
    return Potong(nama or PREDIKAT_KOSONG, peran_predikat(nama))


def perubahan(sebelum: Titik, sesudah: Titik) -> Kalimat:
    """``42,63 → 48,08   ▲ +5,45``; selisihnya selisih kedua angka yang tercetak."""
    beda = None if sebelum.skor is None or sesudah.skor is None else sesudah.skor - sebelum.skor
    return kalimat(Potong(f"{angka(sebelum.skor)} → {angka(sesudah.skor)}", "angka"), " ", arah(beda))


def dokumen_andai(hasil: Hasil, andai: HasilAndai) -> Dokumen:
    """Dokumen ``rencana andai``."""
    return tuple(_andai(hasil, andai))


def _andai(hasil: Hasil, andai: HasilAndai) -> Iterator[Blok]:
    sebelum, sesudah = andai.sebelum, andai.sesudah
    yield judul_rencana(hasil, "andai")
    tetap = sebelum.predikat == sesudah.predikat
    awal = () if tetap else (sebut_predikat(sebelum.predikat), Potong(" → "))
    predikat = kalimat(" · ", "tetap " if tetap else "", *awal, sebut_predikat(sesudah.predikat))
    yield satu_alinea(*perubahan(sebelum, sesudah), *predikat, inden=2)
    baris = [BarisTabel(sel(satu.teks, _efek(satu.sendiri))) for satu in andai.ubahan]
    banyak = len(andai.ubahan) > 1
    if banyak and andai.interaksi is not None and terbulat(andai.interaksi):
        baris.append(BarisTabel(sel("Interaksi antarubahan", _efek(andai.interaksi))))
    yield Tabel((Kolom("Ubahan", "nama"), Kolom("sendiri", "angka")), tuple(baris))
    if banyak:
        yield satu_alinea(Potong(DIBULATKAN, "redup"), rapat=True)
    yield satu_alinea(
        f"Terhitung {sebelum.terhitung} → {sesudah.terhitung} inovasi, pembagi {sebelum.pembagi} → "
        f"{sesudah.pembagi}, jumlah kematangan {angka_rapi(sebelum.jumlah_kematangan)} → "
        f"{angka_rapi(sesudah.jumlah_kematangan)}, SPD {angka_rapi(sebelum.spd)} → {angka_rapi(sesudah.spd)}."
    )
    yield satu_alinea(
        "Tingkat yang diandaikan dianggap berbukti dan terverifikasi. Data tidak diubah.", rapat=True
    )


def _efek(nilai: Fraction | None) -> Kalimat:
    return kalimat("tidak terhitung" if nilai is None else arah(nilai))


def dokumen_susun(hasil: Hasil, susun: HasilSusun) -> Dokumen:
    """Dokumen ``rencana susun``."""
    return tuple(_susun(hasil, susun))


def _susun(hasil: Hasil, susun: HasilSusun) -> Iterator[Blok]:
    kini, terbaik = susun.sekarang, susun.terbaik
    yield judul_rencana(hasil, "susunan kiriman terbaik")
    beda = None if kini.skor is None or terbaik.skor is None else terbaik.skor - kini.skor
    yield satu_alinea(
        Potong(f"Kirim {len(susun.kirim)} dari {len(susun.calon)}", "angka"),
        f" · {nama_skor(hasil)} ",
        Potong(angka(terbaik.skor), "angka"),
        " ",
        sebut_predikat(terbaik.predikat),
        " · ",
        arah(beda),
        f" dari sekarang ({angka(kini.skor)}, {kini.terhitung} terhitung)",
        inden=2,
    )
    yield from _kurva(hasil, susun)
    kirim = [BarisTabel(_kirim(satu)) for satu in susun.calon if satu.kirim]
    if kirim:
        kolom = (Kolom("Kirim", "nama"), Kolom("kematangan", "angka"), Kolom("peluang impas", "angka"))
        yield Tabel(kolom, tuple(kirim))
    tunda = [BarisTabel(_tunda(satu)) for satu in susun.calon if not satu.kirim]
    if tunda:
        yield Tabel(
            (
                Kolom("Perbaiki dahulu", "nama"),
                Kolom("bernilai", "angka"),
                Kolom("kurang", "angka"),
                Kolom("yang diperlukan", "teks"),
            ),
            tuple(tunda),
        )
    yield from _impas(susun)
    yield from _peringatan(hasil, susun)


def _kurva(hasil: Hasil, susun: HasilSusun) -> Iterator[Blok]:
    titik = _penting(susun)
    baris = []
    sebelum = 0
    for satu in titik:
        if sebelum and satu.n > sebelum + 1:
            baris.append(BarisTabel(sel("…", "", "")))
        sebelum = satu.n
        terpilih = satu.n == len(susun.kirim)
        isi = sel(str(satu.n), angka(satu.skor), "terbaik" if terpilih else "")
        baris.append(BarisTabel(isi, "jumlah" if terpilih else "isi"))
    judul = f"{nama_skor(hasil).capitalize()} terbaik menurut banyaknya kiriman"
    kolom = (Kolom(judul, "nama"), Kolom(nama_skor(hasil), "angka"), Kolom("", "teks"))
    yield Tabel(kolom, tuple(baris))
    if not hasil.absolut:
        yield _bagan_kurva(hasil, susun, titik)


def _bagan_kurva(hasil: Hasil, susun: HasilSusun, titik: list[TitikKurva]) -> Bagan:
    baris = tuple(
        BarisBagan(str(satu.n), kalimat(angka(satu.skor)), satu.skor, satu.n == len(susun.kirim))
        for satu in titik
        if satu.skor is not None
    )
    batas = (satu.mulai.nilai for satu in hasil.metode.predikat)
    return Bagan("banyaknya kiriman", baris, tuple(b for b in batas if b), Fraction(100))


def _penting(susun: HasilSusun) -> list[TitikKurva]:
    """Titik kurva yang dicetak: semuanya bila sedikit, selain itu ujung dan sekitar yang terbaik."""
    if len(susun.kurva) <= _TERBANYAK:
        return list(susun.kurva)
    akhir = susun.kurva[-1].n
    return [satu for satu in susun.kurva if satu.n in (1, akhir) or abs(satu.n - len(susun.kirim)) <= 5]


def _kirim(satu: CalonKirim) -> tuple[Kalimat, ...]:
    peluang = satu.peluang_impas
    teks = "" if peluang is None else angka(peluang) if peluang <= 1 else "di atas 1"
    return kalimat(satu.nama), kalimat(angka_rapi(satu.kematangan)), kalimat(teks)


def _tunda(satu: CalonKirim) -> tuple[Kalimat, ...]:
    kurang = angka(satu.kurang, 0) if satu.kurang and not satu.alasan else ""
    if satu.alasan:
        perlu = satu.alasan
    elif not satu.kurang:
        perlu = "dapat dikirim juga"
    else:
        perlu = f"{satu.kosong} baris kosong" if satu.kosong else "naikkan tingkat barisnya"
    return (
        kalimat(satu.nama),
        kalimat(angka_rapi(satu.kematangan)),
        kalimat(Potong(kurang, "turun")),
        kalimat(Potong(perlu, "redup")),
    )


def _impas(susun: HasilSusun) -> Iterator[Blok]:
    if susun.impas is None:
        return
    akibat = (
        "kiriman tambahan di bawahnya menurunkan indeks, kecuali membuka urusan wajib."
        if susun.impas > 0
        else "kiriman tambahan berapa pun kematangannya tidak menurunkan indeks."
    )
    yield satu_alinea(Potong(f"Impas {angka(susun.impas)}", "angka"), f": {akibat}")
    if susun.peluang_impas is not None and susun.peluang_impas > 0:
        yield satu_alinea(
            Potong(f"Peluang impas {angka(susun.peluang_impas)}", "angka"),
            ": di bawah peluang itu, kiriman yang mungkin ditolak merugikan karena yang ditolak ikut "
            "menjadi pembagi.",
            rapat=True,
        )


def _peringatan(hasil: Hasil, susun: HasilSusun) -> Iterator[Blok]:
    for opd in susun.opd_turun:
        yield satu_alinea(
            Potong("Di bawah target: ", "turun"),
            f"{opd.nama}, {opd.sekarang} menjadi {opd.sesudah} dari target {opd.target}.",
            rapat=True,
        )
    if susun.rata_rata_saja:
        yield satu_alinea(
            Potong("Peringatan: ", "peringatan"),
            f"tahun {hasil.metode.tahun} hanya merata-ratakan kematangan, sehingga satu inovasi terbaik "
            "selalu mengalahkan lebih banyak; sebut --minimal bila harus mengirim lebih.",
        )
    yield satu_alinea("Yang dikirim dianggap diterima. Catatan berstatus diterima tetap dihitung.")
