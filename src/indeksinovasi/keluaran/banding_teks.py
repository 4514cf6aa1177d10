"""``indeks banding`` untuk terminal: ringkasan semua sisi, lalu tiap pasangan dengan uraian selisihnya."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from indeksinovasi.inti.model.banding import BandingDaerah, BedaInovasi, Perbandingan
from indeksinovasi.inti.model.daerah import HasilTerbit
from indeksinovasi.keluaran.banding import (
    NAMA_FAKTOR,
    NAMA_JENIS,
    NAMA_PERUBAHAN,
    baris_uraian,
    batang,
    bertanda,
    catatan_metode,
    dari_ke,
    garis,
    kalimat,
    kalimat_mandiri_final,
    kalimat_predikat,
    kalimat_skala,
    kalimat_terbit,
    keterangan_inovasi,
    sel_ringkasan,
    terbit_terurut,
)
from indeksinovasi.keluaran.layar import tabel
from indeksinovasi.keluaran.teks import aman, angka

if TYPE_CHECKING:
    from rich.console import Console

_PALING_BANYAK = 10


def cetak(banding: BandingDaerah, layar: Console, *, rinci: bool) -> None:
    """Cetak satu daerah; *rinci* menampilkan semua baris tanpa batas jumlah."""
    identitas = " ".join(filter(None, (banding.daerah.jenis, banding.daerah.kode)))
    _judul(layar, f"{aman(banding.daerah.nama)}{f' ({identitas})' if identitas else ''}", antara=False)
    _ringkasan(banding, layar)
    _terbit(banding, layar)
    for satu in banding.perbandingan:
        _pasangan(satu, layar, rinci=rinci)


def _judul(layar: Console, teks: str, *, antara: bool = True) -> None:
    from rich.text import Text

    if antara:
        layar.print()
    layar.print(Text(teks, style="bold"))


def _ringkasan(banding: BandingDaerah, layar: Console) -> None:
    from rich.text import Text

    absolut = any(sisi.skala == "absolut" for sisi in banding.sisi)
    isi = tabel(
        ("Sisi", "kiri"),
        ("Indeks\natau skor" if absolut else "Indeks", "kanan"),
        ("SPD", "kanan"),
        ("Kematangan\nrata-rata", "kanan"),
        ("Ino-\nvasi", "kanan"),
        ("Pem-\nbagi", "kanan"),
        ("Skor\njumlah", "kanan"),
        ("OPD\nmelapor", "kanan"),
    )
    for sisi in banding.sisi:
        isi.add_row(Text(aman(sisi.label)), *sel_ringkasan(sisi))
    layar.print(isi)
    if any(sisi.hasil is None for sisi in banding.sisi):
        layar.print("† hasil terbit, bukan hitungan")
    for label in banding.tanpa:
        layar.print(Text(f"Tanpa data: {aman(label)}"))
    for kalimat_satu in kalimat_skala(banding.sisi):
        layar.print(Text(aman(kalimat_satu)))
    deret = [sisi.hasil.utama.skor for sisi in banding.sisi if sisi.hasil and sisi.skala == "normal"]
    nilai = [skor for skor in deret if skor is not None]
    if len(nilai) > 2:
        layar.print(f"Gerak indeks: {garis(nilai)}  ({angka(nilai[0])} → {angka(nilai[-1])})")


def _terbit(banding: BandingDaerah, layar: Console) -> None:
    from rich.text import Text

    semua = terbit_terurut(banding.sisi)
    if not semua:
        return
    _judul(layar, "Hasil terbit")
    isi = tabel(
        ("Tahun", "kiri"),
        ("Jenis", "kiri"),
        ("Skor", "kanan"),
        ("Predikat", "kiri"),
        ("Inovasi", "kanan"),
        ("OPD", "kanan"),
    )
    for satu in semua:
        isi.add_row(*_sel_terbit(satu))
    layar.print(isi)
    for baris in kalimat_mandiri_final(semua):
        layar.print(baris)
    for sumber in dict.fromkeys(satu.sumber for satu in semua):
        layar.print(Text(f"Sumber: {aman(sumber)}"))


def _sel_terbit(satu: HasilTerbit) -> tuple[str, ...]:
    return (
        str(satu.tahun),
        NAMA_JENIS[satu.jenis],
        angka(satu.skor),
        aman(satu.predikat or "–"),
        angka(satu.jumlah_inovasi, 0),
        angka(satu.jumlah_opd, 0),
    )


def _pasangan(banding: Perbandingan, layar: Console, *, rinci: bool) -> None:
    from rich.text import Text

    _judul(layar, f"{aman(banding.dari.label)} → {aman(banding.ke.label)}")
    for baris in (kalimat(banding), kalimat_predikat(banding), kalimat_terbit(banding)):
        if baris:
            layar.print(Text(aman(baris)))
    for catatan in (*catatan_metode(banding.dari), *catatan_metode(banding.ke)):
        layar.print(Text(f"Catatan {aman(catatan)}"))
    _uraian(banding, layar)
    if banding.setara:
        _setara(banding.setara, layar)
    rincian = banding.setara or banding
    _opd(rincian, layar, rinci=rinci)
    _indikator(rincian, layar, rinci=rinci)
    _inovasi(rincian, layar, rinci=rinci)


def _uraian(banding: Perbandingan, layar: Console) -> None:
    baris = baris_uraian(banding)
    if not baris:
        return
    terbesar = max(abs(satu.nilai) for satu in baris if satu.nilai is not None)
    isi = tabel(("Faktor", "kiri"), ("Sumbangan", "kanan"), ("", "kiri"))
    for satu in baris:
        if satu.nilai is None:
            isi.add_section()
        gambar = "" if satu.nilai is None else batang(satu.nilai, terbesar)
        isi.add_row(f"{'  ' if satu.anak else ''}{satu.nama}", satu.tampil, gambar)
    layar.print()
    layar.print(isi)


def _setara(setara: Perbandingan, layar: Console) -> None:
    from rich.text import Text

    _judul(layar, f"Pasangan setara pada satu metode: {aman(setara.dari.label)} → {aman(setara.ke.label)}")
    nilai = [f"{aman(sisi.label)} {sel_ringkasan(sisi)[0]}" for sisi in (setara.dari, setara.ke)]
    layar.print(Text(" · ".join(nilai)))
    layar.print(Text(aman(kalimat(setara))))
    for catatan in (*catatan_metode(setara.dari), *catatan_metode(setara.ke)):
        layar.print(Text(f"Catatan {aman(catatan)}"))
    _uraian(setara, layar)


def _opd(banding: Perbandingan, layar: Console, *, rinci: bool) -> None:
    from rich.text import Text

    if not banding.opd:
        return
    _judul(layar, "Perangkat daerah")
    isi = tabel(
        ("Nama", "kiri"), ("Inovasi", "kanan"), ("Kematangan rata-rata", "kanan"), ("Selisih", "kanan")
    )
    for satu in banding.opd:
        banyak = dari_ke(*(str(sisi.jumlah_inovasi) if sisi else "–" for sisi in (satu.dari, satu.ke)))
        awal, akhir = (sisi.rata_rata if sisi else None for sisi in (satu.dari, satu.ke))
        if rinci or awal is not None or akhir is not None:
            isi.add_row(
                Text(aman(satu.nama)), banyak, dari_ke(angka(awal), angka(akhir)), bertanda(satu.selisih)
            )
    layar.print(isi)


def _indikator(banding: Perbandingan, layar: Console, *, rinci: bool) -> None:
    from rich.text import Text

    berubah = [satu for satu in banding.indikator if rinci or satu.selisih != 0]
    if not berubah:
        return
    urut = (
        berubah
        if rinci
        else sorted(berubah, key=lambda satu: -abs(satu.selisih or Fraction(0)))[:_PALING_BANYAK]
    )
    _judul(layar, "Indikator (rata-rata inovasi terhitung; SPD: barisnya)")
    isi = tabel(("Nama", "kiri"), ("Tingkat", "kanan"), ("Skor", "kanan"), ("Selisih", "kanan"))
    for satu in urut:
        tingkat = (angka(sisi.tingkat) if sisi else "–" for sisi in (satu.dari, satu.ke))
        skor = (angka(sisi.skor) if sisi else "–" for sisi in (satu.dari, satu.ke))
        nama = aman(satu.nama) + (" (SPD)" if satu.aspek == "spd" else "")
        isi.add_row(Text(nama), dari_ke(*tingkat), dari_ke(*skor), bertanda(satu.selisih))
    layar.print(isi)
    _sisanya(len(berubah) - len(urut), layar)


def _inovasi(banding: Perbandingan, layar: Console, *, rinci: bool) -> None:
    if not banding.inovasi:
        return
    kelompok = [(nama, list(isi)) for nama, isi in groupby(banding.inovasi, key=lambda satu: satu.perubahan)]
    _judul(
        layar, "Inovasi: " + ", ".join(f"{len(isi)} {NAMA_PERUBAHAN[nama].lower()}" for nama, isi in kelompok)
    )
    isi_tabel = tabel(("Nama", "kiri"), ("Kematangan", "kanan"), ("Selisih", "kanan"))
    tersembunyi = 0
    for nama, isi in kelompok:
        tampil = isi if rinci else [] if nama == "tetap" else isi[:_PALING_BANYAK]
        tersembunyi += len(isi) - len(tampil)
        if tampil:
            isi_tabel.add_section()
            isi_tabel.add_row(NAMA_PERUBAHAN[nama], "", "", style="italic")
        for satu in tampil:
            isi_tabel.add_row(*_sel_inovasi(satu))
    layar.print(isi_tabel)
    _sisanya(tersembunyi, layar)


def _sel_inovasi(satu: BedaInovasi) -> Sequence[str]:
    keterangan = keterangan_inovasi(satu)
    nilai = [angka(satu.kematangan_dari), angka(satu.kematangan_ke)]
    return (
        f"  {aman(satu.nama)}{f' ({keterangan})' if keterangan else ''}",
        dari_ke(*nilai),
        bertanda(satu.selisih),
    )


def _sisanya(banyak: int, layar: Console) -> None:
    if banyak:
        layar.print(f"… dan {banyak} lainnya; --rinci menampilkan semuanya.")


def cetak_banyak(semua: Iterable[BandingDaerah], layar: Console) -> None:
    """Satu baris tiap pasangan tiap daerah: kedua angka, selisih, dan faktor terbesarnya."""
    from rich.text import Text

    isi = tabel(
        ("Daerah", "kiri"), ("Sisi", "kiri"), ("Indeks", "kanan"), ("Selisih", "kanan"), ("Terbesar", "kiri")
    )
    for daerah in semua:
        for satu in daerah.perbandingan:
            skor = dari_ke(*(sel_ringkasan(sisi)[0] for sisi in (satu.dari, satu.ke)))
            isi.add_row(
                Text(aman(daerah.daerah.nama)),
                Text(f"{aman(satu.dari.label)} → {aman(satu.ke.label)}"),
                skor,
                bertanda(satu.selisih),
                _terbesar(satu),
            )
    layar.print(isi)
    layar.print("† hasil terbit. Bandingkan satu daerah, atau pakai --rinci, untuk uraian lengkapnya.")


def _terbesar(satu: Perbandingan) -> str:
    if satu.selisih is None:
        return "skala berbeda" if not satu.skala_sama else "tidak diuraikan"
    terbesar = max(satu.uraian, key=lambda sumbangan: abs(sumbangan.nilai))
    return f"{NAMA_FAKTOR[terbesar.faktor]} {bertanda(terbesar.nilai)}" if terbesar.nilai else "–"
