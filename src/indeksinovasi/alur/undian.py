"""Mengundi bukti yang gagal: bilangan bulat 32 bit dari ``random.Random(bibit)``, sama di setiap komputer.

Tiap undian memakai, berurutan: satu bilangan tiap baris; bila ada korelasi, satu bilangan tiap baris lagi
(apakah dan dengan siapa ia bersama), lalu satu tiap dokumen, OPD, dan indikator; bila ada peluang ditolak,
satu tiap inovasi. ``getrandbits(32 × k)`` menghasilkan k bilangan itu sekaligus, yang pertama di bita
terendah.
"""

from __future__ import annotations

import random
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from indeksinovasi.inti.rencana.risiko import Jatuh, PermintaanRisiko, SoalRisiko, ambang_undian

if TYPE_CHECKING:
    import numpy as np

    Kata = np.ndarray[Any, np.dtype[np.uint32]]
    Saklar = np.ndarray[Any, np.dtype[np.bool_]]

_BITA = 4
_SEKALI = 200_000
"""Bilangan yang dibangkitkan sekaligus."""
_URUTAN = 400
"""Urutan acak OPD; galat bakunya ikut dilaporkan."""
_AMAN = 1 << 53


def undi(soal: SoalRisiko, permintaan: PermintaanRisiko) -> Counter[Jatuh]:
    """Banyaknya tiap hasil dari ``permintaan.undian`` undian; numpy hanya mempercepat, hasilnya sama."""
    muat = sum(satu.skor for satu in soal.baris) + sum(satu.kematangan for satu in soal.catatan)
    if find_spec("numpy") and muat < _AMAN:
        return _undi_numpy(soal, permintaan)
    return _undi_biasa(soal, permintaan)


def kocok_tetap(banyak: int) -> Iterator[list[int]]:
    """Urutan-urutan acak yang sama pada tiap pemanggilan, untuk menaksir sumbangan OPD."""
    acak = random.Random(1)
    urutan = list(range(banyak))
    for _ in range(_URUTAN):
        acak.shuffle(urutan)
        yield list(urutan)


class _Susunan:
    """Letak tiap kelompok bilangan dalam satu undian."""

    def __init__(self, soal: SoalRisiko) -> None:
        banyak = len(soal.baris)
        berkorelasi = soal.korelasi > 0 and banyak > 0
        self.banyak = banyak
        self.pilih = banyak if berkorelasi else None
        dokumen, opd, indikator = soal.golongan if berkorelasi else (0, 0, 0)
        awal = 2 * banyak if berkorelasi else banyak
        self.dokumen, self.opd, self.indikator = awal, awal + dokumen, awal + dokumen + opd
        self.tolak = self.indikator + indikator
        self.lebar = self.tolak + (len(soal.catatan) if soal.tolak else 0)
        self.ambang_korelasi = ambang_undian(soal.korelasi)
        self.ambang_tolak = ambang_undian(soal.tolak)


def _potongan(susunan: _Susunan, permintaan: PermintaanRisiko) -> Iterator[tuple[int, bytes]]:
    """Bilangan untuk beberapa undian sekaligus: banyaknya undian dan bitanya."""
    acak = random.Random(permintaan.bibit)  # undian yang dapat diulang, bukan rahasia
    sekali = max(1, _SEKALI // max(susunan.lebar, 1))
    for mulai in range(0, permintaan.undian, sekali):
        banyak = min(sekali, permintaan.undian - mulai)
        kata = banyak * susunan.lebar
        yield banyak, acak.getrandbits(32 * kata).to_bytes(_BITA * kata, "little") if kata else b""


def _undi_biasa(soal: SoalRisiko, permintaan: PermintaanRisiko) -> Counter[Jatuh]:
    susunan = _Susunan(soal)
    hasil: Counter[Jatuh] = Counter()
    for banyak, bita in _potongan(susunan, permintaan):
        # Empat bita tiap bilangan, terendah dahulu, apa pun urutan bita komputernya.
        kata = array("I", bita)
        if kata.itemsize != _BITA or _urutan_tinggi():
            kata = array("I", memoryview(bita).cast("B").tolist()[:0])
            kata.extend(int.from_bytes(bita[i : i + _BITA], "little") for i in range(0, len(bita), _BITA))
        for nomor in range(banyak):
            awal = nomor * susunan.lebar
            hasil[_satu_undian(soal, susunan, kata[awal : awal + susunan.lebar])] += 1
    return hasil


def _urutan_tinggi() -> bool:
    import sys

    return sys.byteorder == "big"


def _satu_undian(soal: SoalRisiko, susunan: _Susunan, kata: Sequence[int]) -> Jatuh:
    hilang = [0] * len(soal.catatan)
    spd = soal.spd
    for letak, baris in enumerate(soal.baris):
        if kata[_letak_undian(soal, susunan, kata, letak)] >= baris.ambang:
            continue
        if baris.catatan < 0:
            spd -= baris.skor
        else:
            hilang[baris.catatan] += baris.skor
    kematangan = ditolak = 0
    urusan = set()
    for nomor, satu in enumerate(soal.catatan):
        if soal.tolak and kata[susunan.tolak + nomor] < susunan.ambang_tolak:
            ditolak += 1
            continue
        kematangan += satu.kematangan - hilang[nomor]
        urusan.add(satu.urusan)
    return Jatuh(kematangan, spd, ditolak, len(urusan - {None}))


def _letak_undian(soal: SoalRisiko, susunan: _Susunan, kata: Sequence[int], letak: int) -> int:
    """Letak bilangan yang menentukan satu baris: miliknya sendiri, dokumennya, OPD-nya, atau indikatornya."""
    if susunan.pilih is None:
        return letak
    undian = kata[susunan.pilih + letak]
    if undian >= susunan.ambang_korelasi:
        return letak
    baris = soal.baris[letak]
    bersama = [susunan.opd + baris.opd, susunan.indikator + soal.nomor_indikator[letak]]
    if baris.dokumen >= 0:
        bersama.insert(0, susunan.dokumen + baris.dokumen)
    return bersama[undian * len(bersama) // susunan.ambang_korelasi]


def _undi_numpy(soal: SoalRisiko, permintaan: PermintaanRisiko) -> Counter[Jatuh]:
    import numpy as np

    susunan = _Susunan(soal)
    # Jumlahnya di bawah 2⁵³, jadi perkalian titik kambang yang cepat tetap eksak.
    skor = np.array([satu.skor for satu in soal.baris], dtype=np.float64)
    kematangan = np.array([satu.kematangan for satu in soal.catatan], dtype=np.float64)
    milik = np.array([satu.catatan for satu in soal.baris], dtype=np.int64)
    spd, sid = np.flatnonzero(milik < 0), np.flatnonzero(milik >= 0)
    gagalkan = _Gagal(soal, susunan)
    urusan = _urusan(soal)
    hasil: Counter[Jatuh] = Counter()
    for banyak, bita in _potongan(susunan, permintaan):
        kata = np.frombuffer(bita, dtype="<u4").reshape(banyak, susunan.lebar)
        gagal = gagalkan.baris(kata)
        sisa_spd = soal.spd - gagal[:, spd] @ skor[spd]
        if not soal.tolak:
            sisa = kematangan.sum() - gagal[:, sid].astype(np.float64) @ skor[sid]
            semua = [Jatuh(int(j), int(s), 0, len(urusan)) for j, s in zip(sisa, sisa_spd, strict=True)]
            hasil.update(semua)
            continue
        tinggal = ~_di_bawah(kata[:, susunan.tolak :], susunan.ambang_tolak)
        # Baris inovasi yang ditolak tidak mengurangi apa pun lagi: kematangannya sudah hilang seluruhnya.
        berlaku = gagal[:, sid] & tinggal[:, milik[sid]]
        sisa = tinggal.astype(np.float64) @ kematangan - berlaku.astype(np.float64) @ skor[sid]
        ditolak = len(soal.catatan) - tinggal.sum(axis=1)
        terisi = sum((tinggal[:, isi].any(axis=1).astype(int) for isi in urusan), np.zeros(banyak, dtype=int))
        hasil.update(
            Jatuh(int(j), int(s), int(d), int(u))
            for j, s, d, u in zip(sisa, sisa_spd, ditolak, terisi, strict=True)
        )
    return hasil


def _urusan(soal: SoalRisiko) -> list[list[int]]:
    """Letak catatan tiap urusan wajib."""
    semua: dict[str, list[int]] = {}
    for nomor, satu in enumerate(soal.catatan):
        if satu.urusan:
            semua.setdefault(satu.urusan, []).append(nomor)
    return list(semua.values())


def _di_bawah(kata: Kata, ambang: int) -> Saklar:
    """kata < ambang, juga bila ambangnya 2³², tanpa melebarkan bilangannya."""
    import numpy as np

    if not ambang:
        return np.zeros(kata.shape, dtype=bool)
    return kata <= np.uint32(ambang - 1)


class _Gagal:
    """Baris mana yang gagal pada tiap undian."""

    def __init__(self, soal: SoalRisiko, susunan: _Susunan) -> None:
        import numpy as np

        self._susunan = susunan
        self._ambang = np.array([max(satu.ambang - 1, 0) for satu in soal.baris], dtype=np.uint32)
        self._mungkin = np.array([satu.ambang > 0 for satu in soal.baris], dtype=bool)
        batas = susunan.ambang_korelasi
        # Bagian bilangan yang memilih dokumen, lalu OPD; selebihnya indikator. Tanpa dokumen: OPD separuhnya.
        self._dokumen = np.array(
            [-(-batas // 3) if s.dokumen >= 0 else 0 for s in soal.baris], dtype=np.uint64
        )
        opd = [-(-2 * batas // 3) if s.dokumen >= 0 else -(-batas // 2) for s in soal.baris]
        self._opd = np.array(opd, dtype=np.uint64)
        self._kolom = tuple(
            np.array(satu, dtype=np.int64)
            for satu in (
                [susunan.dokumen + max(s.dokumen, 0) for s in soal.baris],
                [susunan.opd + s.opd for s in soal.baris],
                [susunan.indikator + nomor for nomor in soal.nomor_indikator],
            )
        )

    def baris(self, kata: Kata) -> Saklar:
        """Undian × baris."""
        import numpy as np

        susunan = self._susunan
        penentu = kata[:, : susunan.banyak]
        if susunan.pilih is not None:
            pilih = kata[:, susunan.pilih : 2 * susunan.banyak]
            dokumen, opd, indikator = (kata[:, kolom] for kolom in self._kolom)
            bersama = np.where(pilih < self._dokumen, dokumen, np.where(pilih < self._opd, opd, indikator))
            penentu = np.where(_di_bawah(pilih, susunan.ambang_korelasi), bersama, penentu)
        gagal: Saklar = (penentu <= self._ambang) & self._mungkin
        return gagal
