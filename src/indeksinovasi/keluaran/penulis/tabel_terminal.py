"""Tabel terminal: kepala redup, garis, dan kolom pertama yang mengisi sisa lebar layar."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from indeksinovasi.keluaran.dokumen import BarisTabel, Batang, Kalimat, Kolom, Potong, Tabel, berperan
from indeksinovasi.keluaran.lipatan import lebar
from indeksinovasi.keluaran.penulis.bungkus import bungkus, isi_kanan, isi_kiri, kalimat_aman, lebar_kalimat
from indeksinovasi.keluaran.penulis.rupa import Layar
from indeksinovasi.keluaran.teks import aman

_SELA = 2
_LEBAR_BATANG = 25
_NAMA_TERSEMPIT = 24


def baris_tabel(tabel: Tabel, layar: Layar) -> Iterator[Kalimat]:
    """Baris-baris *tabel*; tabel tanpa isi tidak dicetak."""
    if not tabel.baris:
        return
    letak, luas = _luas_kolom(tabel, layar)
    kolom = [tabel.kolom[nomor] for nomor in letak]
    inden = " " * tabel.inden
    kepala = BarisTabel(tuple((Potong(satu.nama, "redup"),) for satu in tabel.kolom))
    yield from _isi_baris(kepala, letak, kolom, luas, inden)
    yield (Potong(inden), Potong("─" * (sum(luas) + _SELA * (len(luas) - 1)), "redup"))
    for baris in tabel.baris:
        yield from _isi_baris(baris, letak, kolom, luas, inden)


def _luas_kolom(tabel: Tabel, layar: Layar) -> tuple[list[int], list[int]]:
    """Nomor kolom yang dicetak dan lebarnya; yang boleh hilang dibuang bila kolom nama terlalu sempit."""
    letak = [n for n, kolom in enumerate(tabel.kolom) if kolom.jenis != "batang" or layar.berwarna]
    alami = {nomor: _lebar_alami(tabel, nomor) for nomor in letak}
    nama = _kolom_nama(tabel, letak)
    while _sisa_nama(tabel, letak, alami, layar) < min(alami[nama], _NAMA_TERSEMPIT):
        buang = [n for n in letak if tabel.kolom[n].boleh_hilang or tabel.kolom[n].jenis == "batang"]
        if not buang:
            break
        letak.remove(buang[-1])
    ruang = layar.lebar - tabel.inden - _SELA * (len(letak) - 1)
    return letak, _bagi(tabel, letak, alami, ruang)


def _lebar_alami(tabel: Tabel, nomor: int) -> int:
    if tabel.kolom[nomor].jenis == "batang":
        return _LEBAR_BATANG
    sel = (baris.sel[nomor] for baris in tabel.baris if baris.jenis != "kelompok" or nomor)
    isi = (lebar_kalimat(satu) for satu in sel if not isinstance(satu, Batang))
    inden = max((baris.inden for baris in tabel.baris), default=0) if nomor == 0 else 0
    return max(lebar(aman(tabel.kolom[nomor].nama)), *isi, 1) + inden


def _kolom_nama(tabel: Tabel, letak: list[int]) -> int:
    """Kolom yang mengisi sisa lebar: kolom nama pertama."""
    return next((nomor for nomor in letak if tabel.kolom[nomor].jenis == "nama"), letak[0])


def _lentur(kolom: Kolom) -> bool:
    return kolom.jenis in ("nama", "teks")


def _sisa_nama(tabel: Tabel, letak: list[int], alami: dict[int, int], layar: Layar) -> int:
    """Lebar yang tersisa bagi kolom lentur rata-rata setelah kolom tetap."""
    tetap = sum(alami[n] for n in letak if not _lentur(tabel.kolom[n]))
    lentur = sum(_lentur(tabel.kolom[n]) for n in letak)
    ruang = layar.lebar - tabel.inden - _SELA * (len(letak) - 1) - tetap
    return ruang // max(lentur, 1)


def _bagi(tabel: Tabel, letak: list[int], alami: dict[int, int], ruang: int) -> list[int]:
    """Kolom tetap utuh; kolom lentur berbagi sisanya, yang pendek lebih dulu, tidak lebih sempit daripada
    kata judulnya; kelebihannya bagi kolom nama.
    """
    luas = {n: alami[n] for n in letak if not _lentur(tabel.kolom[n])}
    lentur = sorted((n for n in letak if n not in luas), key=lambda n: alami[n])
    for urutan, nomor in enumerate(lentur):
        bagian = (ruang - sum(luas.values())) // (len(lentur) - urutan)
        luas[nomor] = max(min(alami[nomor], bagian), _kata_kepala(tabel.kolom[nomor]))
    kelebihan = ruang - sum(luas.values())
    if kelebihan > 0:
        luas[_kolom_nama(tabel, letak)] += kelebihan
    return [luas[nomor] for nomor in letak]


def _kata_kepala(kolom: Kolom) -> int:
    """Kata terpanjang judul kolom, yang tidak pernah dipenggal."""
    return max((lebar(kata) for kata in aman(kolom.nama).split()), default=1)


def _isi_baris(
    baris: BarisTabel, letak: list[int], kolom: list[Kolom], luas: list[int], inden: str
) -> Iterator[Kalimat]:
    if baris.jenis == "kelompok":
        isi = baris.sel[0]
        assert not isinstance(isi, Batang)
        yield from bungkus(berperan(isi, "angka"), sum(luas) + _SELA * (len(luas) - 1), inden, f"{inden}  ")
        return
    sel = [
        _lipat_sel(baris, nomor, satu, ruang) for nomor, satu, ruang in zip(letak, kolom, luas, strict=True)
    ]
    for potongan in zip_longest(*sel, fillvalue=()):
        yield _satu_baris(list(potongan), kolom, luas, inden)


def _lipat_sel(baris: BarisTabel, nomor: int, kolom: Kolom, ruang: int) -> list[Kalimat]:
    isi = baris.sel[nomor]
    if isinstance(isi, Batang):
        return [_gambar(isi, ruang)]
    if baris.jenis == "jumlah":
        isi = berperan(isi, "angka")
    if kolom.jenis in ("angka", "batang"):
        return [kalimat_aman(isi)]
    dalam = " " * (baris.inden if nomor == 0 else 0)
    lanjut = f"{dalam}  " if kolom.jenis == "nama" else dalam
    return bungkus(isi, ruang, dalam, lanjut, penggal=True)


def _satu_baris(sel: list[Kalimat], kolom: list[Kolom], luas: list[int], inden: str) -> Kalimat:
    hasil: list[Potong] = [Potong(inden)] if inden else []
    for nomor, (isi, satu, ruang) in enumerate(zip(sel, kolom, luas, strict=True)):
        if nomor:
            hasil.append(Potong(" " * _SELA))
        hasil.extend(isi_kanan(isi, ruang) if satu.jenis == "angka" else isi_kiri(isi, ruang))
    return tuple(hasil)


def _gambar(batang: Batang, ruang: int) -> Kalimat:
    """Batang ke kiri (turun) atau ke kanan (naik) dari garis tengah."""
    sisi = (ruang - 1) // 2
    panjang = round(abs(batang.nilai) / batang.terbesar * sisi) if batang.terbesar else 0
    panjang = max(panjang, 1) if batang.nilai else 0
    kiri, kanan = ("█" * panjang, "") if batang.nilai < 0 else ("", "█" * panjang)
    return (
        Potong(" " * (sisi - len(kiri))),
        Potong(kiri, "turun"),
        Potong("│", "redup"),
        Potong(kanan, "naik"),
    )
