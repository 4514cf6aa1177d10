"""Berkas yang sengaja berat: hampir sebesar batas baca, dalam, berulang, atau penuh kesalahan.

Sebagai program: mengolah setiap berkas lewat jalur perintah ``validasi`` dan ``nilai``, lalu menulis satu
baris JSON ``{nama, detik, memori}``; *memori* puncak proses sejauh itu dalam bita.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from indeksinovasi.berkas.batas import BATAS_BITA, BATAS_ISIAN, BATAS_KURUNG
from tests.daerah_uji import CATATAN, inovasi, tulis_daerah
from tests.profil import LENGKAP

_RUANG = BATAS_BITA - 1024
_BANYAK = (BATAS_KURUNG - 100, BATAS_ISIAN - 100, BATAS_BITA)


def _penuh(bagian: Callable[[int], str], banyak: int) -> str:
    """Sambungan ``bagian(0)``, ``bagian(1)``, … sebanyak itu, atau sampai batas bita."""
    isi: list[str] = []
    sisa, nomor = _RUANG, 0
    while nomor < banyak and (sisa := sisa - len((satu := bagian(nomor)).encode())) >= 0:
        isi.append(satu)
        nomor += 1
    return "".join(isi)


def _baris(awalan: str, isi: str) -> Callable[[int], str]:
    return lambda banyak: awalan + _penuh(isi.format, banyak)


def _daftar(awalan: str, isi: str) -> Callable[[int], str]:
    return lambda banyak: f"{awalan}[{_penuh(f'{isi},'.format, banyak)}]\n"


def _peta(awalan: str, isi: str) -> Callable[[int], str]:
    return lambda banyak: f"{awalan}{{{_penuh(f'{isi},'.format, banyak)}}}\n"


def _bom_alias() -> str:
    tingkat = "abcdefghij"
    isi = [f"{tingkat[0]}: &{tingkat[0]} [{','.join('x' * 9)}]\n"]
    isi += [f"{satu}: &{satu} [{','.join([f'*{lalu}'] * 9)}]\n" for lalu, satu in pairwise(tingkat)]
    return "".join(isi)


_INDIKATOR = "indikator:\n"
_FAKTA = "indikator:\n  {}:\n    fakta: "
_BUKTI = "indikator:\n  regulasi:\n    fakta: perda\n    bukti: "
_BERULANG: dict[str, Callable[[int], str]] = {
    # kesalahan bentuk
    "kunci asing": _baris("", "k{}: 1\n"),
    "kunci asing mirip": _baris("", "rancang_bangun{}: 1\n"),
    "kunci bilangan": _baris("", "{}: 1\n"),
    "kunci pecahan": _baris("", "{}.5: 1\n"),
    "kunci pecahan alir": _peta("koordinat: ", "{}.5"),
    "indikator asing": _baris(_INDIKATOR, "  regulas{}: {{parameter: 1}}\n"),
    "indikator asing panjang": _baris(_INDIKATOR, "  sosialisasi_layanan_publik_dinas_{}: {{}}\n"),
    "indikator kosong": _baris(_INDIKATOR, "  a{}:\n"),
    "indikator alir": _peta("indikator: ", "a{}"),
    "verifikasi keliru": _peta("indikator: ", "a{}: {{verifikasi: 1}}"),
    "bukti kosong": _daftar(_BUKTI, "~"),
    "bukti tanpa isi": _daftar(_BUKTI, "{{}}"),
    "bukti berkunci asing": _daftar(_BUKTI, "{{a{}: 1}}"),
    "bukti tak ada": _baris(f"{_BUKTI}\n", "    - berkas: b{}.pdf\n"),
    "bukti keluar": _daftar(_BUKTI, "{{berkas: ../../../x{}}}"),
    "tautan rusak": _daftar(_BUKTI, "{{tautan: ht}}"),
    "tahun mustahil": _daftar(_FAKTA.format("anggaran"), "1"),
    "pilihan keliru": _daftar(_FAKTA.format("aktor"), "akadmisi"),
    "kali keliru": _peta(_FAKTA.format("bimtek"), "{}: a"),
    "manfaat keliru": _peta(_FAKTA.format("kemanfaatan"), "nilay{}: a"),
    "urusan keliru": _daftar("urusan_lain: ", "kesehata{}"),
    # kunci ganda, jangkar, dan tanda asing
    "kunci ganda": _baris("", "nama: 1\n"),
    "kunci ganda alir": _peta("tujuan: ", "a"),
    "kunci ganda bersarang": _baris(_INDIKATOR, "  a{}: {{b: 1, b: 2}}\n"),
    "kunci majemuk": _baris("", "? [{}]\n: 1\n"),
    "kunci gabung": _baris("", "k{}: {{<<: 1}}\n"),
    "jangkar": _peta("tujuan: ", "a{0}: &a{0} b"),
    "alias": _baris("a: &a x\n", "k{}: *a\n"),
    "tanda dalam teks": _baris("tujuan: |\n", "  &a *b !c <<: {{}}\n"),
    "tanda dalam komentar": _baris("", "# &a *b !c %d\n"),
    # kedalaman
    "kurung": _baris("tujuan: ", "["),
    "kurung dan peta": _baris("tujuan: ", "{{["),
    "peta dalam peta": _baris("tujuan: ", "{{a: "),
    "kurung di balik komentar": _baris("tujuan: ", "[ # ]\n "),
    "kurung di balik petik": _baris("tujuan: ", "['x]',"),
    "kurung tutup": _baris("tujuan: ", "}}"),
    "daftar dalam daftar": _baris("tujuan:\n  ", "- "),
    "kunci dalam kunci": _baris("", "? "),
    # tata tulis yang berulang
    "dokumen": _baris("", "---\n"),
    "arahan": _baris("", "%YAML 1.2\n"),
    "tab": _baris("", "\t\n"),
    "titik dua": _baris("", ":"),
    "tanda tanya": _baris("", "?\n"),
    "koma": _baris("tujuan: [", ","),
    "komentar": _baris("", "#\n"),
    "pemisah samar": _baris("", "# \u0085\u2028\n"),
    "balik kereta": _baris("", "\r"),
    "petik tak tertutup": _baris('tujuan: "', "a\n"),
    "lipatan": _baris("tujuan: >\n", " a\n"),
    "baris berspasi": _baris("tujuan: |\n", " \n"),
    "baris panjang": _baris("tujuan: |\n", f"  {'kata ' * 10}\n"),
    "kata": _baris("rancang_bangun: ", "a "),
    "urutan lepas": _baris('tujuan: "', r"\n"),
    "petik ganda": _baris("tujuan: '", "''"),
    "nama bertanda": _baris("nama_inisiator: ' ", "[/red]"),
    "jalur panjang": _baris(f"{_BUKTI}\n    - berkas: ", "a/"),
}
_TUNGGAL: dict[str, str] = {
    "kunci sangat panjang": "a" * _RUANG + ": 1\n",
    "kurung berpasangan": "tujuan: " + "[" * (_RUANG // 2) + "]" * (_RUANG // 2) + "\n",
    "blok bersarang": "tujuan:\n" + "".join(" " * satu + "a:\n" for satu in range(1, 1000)),
    "fakta bersarang": "indikator: {regulasi: {fakta: " + "[" * 100 + "]" * 100 + "}}\n",
    "bom alias": _bom_alias(),
    "hanya pengurai murni": "tujuan: [" + 'x":y, ' * 9000 + "]\nb: &c d\n",
    "teks besar": "tujuan: " + "a" * _RUANG + "\n",
    "emoji": "tujuan: " + "\U0001f600" * (_RUANG // 4) + "\n",
    "tanda gabung": "nama_inisiator: " + "e\u0301" * (_RUANG // 3) + "\n",
    "spasi": "tujuan: a" + " " * _RUANG + "b\n",
    "bilangan besar": "kematangan: " + "9" * _RUANG + "\n",
    "bilangan lima ribu": "kematangan: " + "9" * 5000 + "\n",
    "pecahan panjang": "kematangan: 0." + "1" * _RUANG + "\n",
    "pangkat besar": "kematangan: 1e308\nkoordinat: {lintang: 1e-308, bujur: 5e-324}\n",
    "asal panjang": "pengembangan_dari: " + "1" * _RUANG + "\n",
    "lima MB": f"tujuan: {'a' * 5_000_000}\n",
}
_BITA = {
    "nama besar": CATATAN.replace("Berat", "a" * _RUANG).encode(),
    "lima MB acak": bytes(range(256)) * 20_000,
    "NUL": b"\0" * _RUANG,
    "utf-16": CATATAN.encode("utf-16") * 400,
    "latin-1": b"\xe9" * _RUANG,
    "tanda urutan bita": b"\xef\xbb\xbf" * (_RUANG // 3),
}


def semua_berat() -> list[tuple[str, Callable[[], bytes]]]:
    """Nama dan penyusun setiap berkas berat; yang berulang sampai di bawah batas isian, lalu batas bita."""
    berulang = [
        (f"{nama} × {banyak}", partial(_berulang, susun, banyak))
        for nama, susun in _BERULANG.items()
        for banyak in _BANYAK
    ]
    tunggal = [(nama, (CATATAN + ekor).encode) for nama, ekor in _TUNGGAL.items()]
    return [*berulang, *tunggal, *((nama, partial(bytes, isi)) for nama, isi in _BITA.items())]


def berat_terpilih() -> list[tuple[str, Callable[[], bytes]]]:
    """Semuanya pada takaran lengkap, satu dari enam belas pada takaran cepat."""
    return semua_berat() if LENGKAP else semua_berat()[::16]


def _berulang(susun: Callable[[int], str], banyak: int) -> bytes:
    return (CATATAN + susun(banyak)).encode()


def _olah(isi: bytes) -> float:
    from tests.berkas.test_mutasi import olah

    with TemporaryDirectory() as folder:
        akar = tulis_daerah(Path(folder), 2024, {"dinkes/baik": inovasi(2024)})
        (akar / "2024/dinkes/berat.yaml").write_bytes(isi)
        mulai = time.process_time()
        olah(akar)
        return time.process_time() - mulai


def _puncak_memori() -> int:
    """Puncak memori proses ini; tanpa modul resource (Windows) yang dialokasikan Python saja."""
    # Di Linux ru_maxrss mewarisi puncak proses induknya, misalnya pekerja pytest; VmHWM tidak.
    keadaan = Path("/proc/self/status")
    if keadaan.exists():
        baris = keadaan.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(satu.split()[1]) * 1024 for satu in baris if satu.startswith("VmHWM:"))
    try:
        import resource
    except ImportError:
        import tracemalloc

        return tracemalloc.get_traced_memory()[1]
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return puncak if sys.platform == "darwin" else puncak * 1024


def ukur() -> Iterator[str]:
    """Hasil ukur tiap berkas, satu baris JSON."""
    _olah(CATATAN.encode())  # muat semua modul lebih dulu
    for nama, susun in berat_terpilih():
        yield json.dumps({"nama": nama, "detik": _olah(susun()), "memori": _puncak_memori()})


if __name__ == "__main__":
    for satu in ukur():
        sys.stdout.write(satu + "\n")
        sys.stdout.flush()
