"""``indeks rencana`` di layar: jawaban lebih dulu, 80 kolom, tanpa memotong nama."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest
from textwrap import wrap

from indeksinovasi.inti.hitung.rumus import terbulat
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.rencana.andai import HasilAndai
from indeksinovasi.inti.rencana.susun import CalonKirim, HasilSusun, TitikKurva
from indeksinovasi.keluaran.teks import PREDIKAT_KOSONG, aman, angka, angka_rapi

LEBAR = 80
NAIK, TURUN, SAMA = "▲ +", "▼ −", "="
DIBULATKAN = "Tiap angka dibulatkan sendiri; jumlahnya dapat berselisih 0,01."


def kepala(hasil: Hasil, apa: str, kanan: str = "") -> str:
    """Baris pertama: daerah, tahun, dan pokoknya di kiri, dasar penilaian di kanan."""
    kiri = aman(f"{hasil.daerah.nama} {hasil.tahun} · {apa}")
    akhir = aman(kanan or f"dasar {hasil.dasar}")
    return f"{kiri}  {akhir.rjust(LEBAR - len(kiri) - 2)}".rstrip()


def selisih(nilai: Fraction | None) -> str:
    """Perubahan bertanda: ``▲ +0,80``, ``▼ −0,30``, ``=``."""
    if nilai is None:
        return "tidak dapat dihitung"
    bulat = terbulat(nilai)
    if not bulat:
        return SAMA
    return f"{NAIK if bulat > 0 else TURUN}{angka(abs(bulat))}"


def tabel(kolom: Sequence[tuple[str, int]], isi: Iterable[Sequence[str]]) -> Iterator[str]:
    """Baris-baris tabel: lebar negatif rata kanan; sel yang panjang dilipat pada spasi dengan inden dua."""
    yield _baris([nama for nama, _ in kolom], kolom)
    yield "─" * LEBAR
    for baris in isi:
        lipatan = [_lipat(sel, abs(lebar)) for sel, (_, lebar) in zip(baris, kolom, strict=True)]
        for satu in zip_longest(*lipatan, fillvalue=""):
            yield _baris(satu, kolom)


def _lipat(sel: str, lebar: int) -> list[str]:
    return wrap(aman(sel), lebar, subsequent_indent="  ", break_on_hyphens=False) or [""]


def _baris(sel: Sequence[str], kolom: Sequence[tuple[str, int]]) -> str:
    isi = (
        satu.rjust(-lebar) if lebar < 0 else satu.ljust(lebar)
        for satu, (_, lebar) in zip(sel, kolom, strict=True)
    )
    return "  ".join(isi).rstrip()


def alinea(teks: str, inden: str = "") -> list[str]:
    """Kalimat yang dilipat pada lebar layar."""
    return wrap(aman(teks), LEBAR, initial_indent=inden, subsequent_indent=inden)


def teks_andai(hasil: Hasil, andai: HasilAndai) -> str:
    """Layar ``rencana andai``."""
    return "\n".join(_andai(hasil, andai)) + "\n"


def _andai(hasil: Hasil, andai: HasilAndai) -> Iterator[str]:
    sebelum, sesudah = andai.sebelum, andai.sesudah
    yield from (kepala(hasil, "andai"), "")
    beda = None if sebelum.skor is None or sesudah.skor is None else sesudah.skor - sebelum.skor
    yield f"  {angka(sebelum.skor)} → {angka(sesudah.skor)}   {selisih(beda)}   " + _predikat(andai)
    yield ""
    isi = [(satu.teks, selisih(satu.sendiri)) for satu in andai.ubahan]
    yield from tabel((("Ubahan", 64), ("sendiri", -14)), isi)
    if andai.interaksi is not None and len(andai.ubahan) > 1 and terbulat(andai.interaksi):
        yield f"{'Interaksi antarubahan':<64}  {selisih(andai.interaksi):>14}"
    if len(andai.ubahan) > 1:
        yield DIBULATKAN
    yield ""
    yield from alinea(
        f"Terhitung {sebelum.terhitung} → {sesudah.terhitung} inovasi, pembagi {sebelum.pembagi} → "
        f"{sesudah.pembagi}, jumlah kematangan {angka(sebelum.jumlah_kematangan)} → "
        f"{angka(sesudah.jumlah_kematangan)}, SPD {angka(sebelum.spd)} → {angka(sesudah.spd)}."
    )
    yield from alinea("Tingkat yang diandaikan dianggap berbukti dan terverifikasi. Data tidak diubah.")


def _predikat(andai: HasilAndai) -> str:
    awal = andai.sebelum.predikat or PREDIKAT_KOSONG
    akhir = andai.sesudah.predikat or PREDIKAT_KOSONG
    return f"tetap {akhir}" if awal == akhir else f"{awal} → {akhir}"


def teks_susun(hasil: Hasil, susun: HasilSusun) -> str:
    """Layar ``rencana susun``."""
    return "\n".join(_susun(hasil, susun)) + "\n"


def _susun(hasil: Hasil, susun: HasilSusun) -> Iterator[str]:
    kini, terbaik = susun.sekarang, susun.terbaik
    yield from (kepala(hasil, "susunan kiriman terbaik"), "")
    beda = None if kini.skor is None or terbaik.skor is None else terbaik.skor - kini.skor
    yield (
        f"  Kirim {len(susun.kirim)} dari {len(susun.calon)}   {_nama_skor(hasil)} {angka(terbaik.skor)}   "
        f"{selisih(beda)} dari sekarang ({angka(kini.skor)}, {kini.terhitung} terhitung)"
    )
    yield f"  {terbaik.predikat or PREDIKAT_KOSONG}"
    yield ""
    yield from _kurva(hasil, susun)
    if susun.kirim:
        yield ""
        kirim = [_baris_kirim(satu) for satu in susun.calon if satu.kirim]
        yield from tabel((("Kirim", 46), ("kematangan", -10), ("peluang impas", -18)), kirim)
    if susun.tunda:
        yield ""
        tunda = [_baris_tunda(satu) for satu in susun.calon if not satu.kirim]
        yield from tabel(
            (("Perbaiki dahulu", 36), ("bernilai", -8), ("kurang", -6), ("yang diperlukan", 24)), tunda
        )
    yield from _impas(susun)
    yield from _peringatan(hasil, susun)


def _nama_skor(hasil: Hasil) -> str:
    return "skor" if hasil.absolut else "indeks"


def _kurva(hasil: Hasil, susun: HasilSusun) -> Iterator[str]:
    yield f"{_nama_skor(hasil).capitalize()} terbaik menurut banyaknya kiriman"
    sebelum = 0
    for satu in _penting(susun):
        if satu.n > sebelum + 1 and sebelum:
            yield "     …"
        sebelum = satu.n
        ekor = "  terbaik" if satu.n == len(susun.kirim) else ""
        yield f"  {satu.n:>4}  {angka(satu.skor):>8}{ekor}"


def _penting(susun: HasilSusun) -> list[TitikKurva]:
    """Titik kurva yang dicetak: semuanya bila sedikit, selain itu ujung dan sekitar yang terbaik."""
    if len(susun.kurva) <= 20:
        return list(susun.kurva)
    akhir = susun.kurva[-1].n
    return [satu for satu in susun.kurva if satu.n in (1, akhir) or abs(satu.n - len(susun.kirim)) <= 5]


def _baris_kirim(satu: CalonKirim) -> tuple[str, str, str]:
    peluang = satu.peluang_impas
    teks = "" if peluang is None else angka(peluang) if peluang <= 1 else "di atas 1"
    return satu.nama, angka_rapi(satu.kematangan), teks


def _baris_tunda(satu: CalonKirim) -> tuple[str, str, str, str]:
    if satu.alasan:
        return satu.nama, angka_rapi(satu.kematangan), "", satu.alasan
    perlu = f"{satu.kosong} baris kosong" if satu.kosong else "naikkan tingkat barisnya"
    kurang = angka(satu.kurang, 0) if satu.kurang else ""
    return satu.nama, angka_rapi(satu.kematangan), kurang, perlu if satu.kurang else "dapat dikirim juga"


def _impas(susun: HasilSusun) -> Iterator[str]:
    if susun.impas is None:
        return
    yield ""
    if susun.impas > 0:
        yield from alinea(f"Impas {angka(susun.impas)}: kiriman tambahan di bawahnya menurunkan indeks.")
    else:
        yield from alinea("Impas 0: kiriman tambahan berapa pun kematangannya tidak menurunkan indeks.")
    if susun.peluang_impas is not None and susun.peluang_impas > 0:
        yield from alinea(
            f"Peluang impas {angka(susun.peluang_impas)}: di bawah peluang itu, kiriman yang mungkin ditolak "
            "merugikan karena yang ditolak ikut menjadi pembagi."
        )


def _peringatan(hasil: Hasil, susun: HasilSusun) -> Iterator[str]:
    for opd in susun.opd_turun:
        yield from alinea(
            f"Di bawah target: {opd.nama}, {opd.sekarang} menjadi {opd.sesudah} dari target {opd.target}."
        )
    if susun.rata_rata_saja:
        yield from alinea(
            f"Peringatan: tahun {hasil.metode.tahun} hanya merata-ratakan kematangan, sehingga satu inovasi "
            "terbaik selalu mengalahkan lebih banyak; sebut --minimal bila harus mengirim lebih."
        )
    yield from alinea("Yang dikirim dianggap diterima. Catatan berstatus diterima tetap dihitung.")
