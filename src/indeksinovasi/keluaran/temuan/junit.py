"""Laporan JUnit: satu ``testsuite`` tiap berkas, satu ``testcase`` tiap temuan.

Galat, dan pada pemeriksaan ketat peringatan, menjadi ``failure``; selebihnya ``skipped``. Karakter
yang tidak sah di XML diganti.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.teks import aman, baris_temuan
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan, judul

_NAMA = "indeks"


def potong(laporan: LaporanTemuan) -> Iterator[str]:
    """Potongan dokumen XML."""
    gagal, _ = _hitung(laporan.urut, ketat=laporan.ketat)
    jumlah = _sifat(tests=max(len(laporan.urut), 1), failures=gagal, errors=0)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="{_NAMA}" {jumlah}>\n'
    if not laporan.urut:
        yield f"  <testsuite {_sifat(name=_NAMA, tests=1, failures=0, errors=0, skipped=0)}>\n"
        nama = f"{laporan.diperiksa} berkas tanpa temuan"
        yield f"    <testcase {_sifat(name=nama, classname=_NAMA)}/>\n  </testsuite>\n"
    for berkas, semua in laporan.per_berkas():
        gagal, lewat = _hitung(semua, ketat=laporan.ketat)
        kepala = _sifat(name=berkas, tests=len(semua), failures=gagal, errors=0, skipped=lewat)
        yield f"  <testsuite {kepala}>\n"
        alamat = laporan.alamat(berkas)
        for satu in semua:
            yield _kasus(satu, alamat, gagal=_gagal(satu, ketat=laporan.ketat))
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _gagal(temuan: Temuan, *, ketat: bool) -> bool:
    return temuan.tingkat == "galat" or (ketat and temuan.tingkat == "peringatan")


def _hitung(semua: tuple[Temuan, ...], *, ketat: bool) -> tuple[int, int]:
    gagal = sum(_gagal(satu, ketat=ketat) for satu in semua)
    return gagal, len(semua) - gagal


def _kasus(temuan: Temuan, alamat: str, *, gagal: bool) -> str:
    nama = f"{temuan.kode} {judul(temuan.kode)} ({temuan.baris}:{temuan.kolom})"
    unsur = "failure" if gagal else "skipped"
    isi = escape(f"{baris_temuan(temuan)}\n{aman(temuan.petunjuk)}".rstrip())
    return (
        f"    <testcase {_sifat(name=nama, classname=temuan.berkas, file=alamat)}>\n"
        f"      <{unsur} {_sifat(type=temuan.tingkat, message=temuan.pesan)}>{isi}</{unsur}>\n"
        "    </testcase>\n"
    )


def _sifat(**semua: str | int) -> str:
    return " ".join(f"{nama}={quoteattr(aman(str(nilai)))}" for nama, nilai in semua.items())
