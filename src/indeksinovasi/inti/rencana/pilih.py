"""Memilih himpunan terbaik dengan mengurutkan dan mengambil wakil urusan; eksak, bukan pencarian.

Untuk banyak pilihan yang ditentukan, jumlah kematangan terbesar adalah yang teratas. Bila sekian urusan lagi
harus terisi, himpunan terbaik memuat wakil tertinggi dari urusan-urusan yang wakilnya tertinggi, lalu yang
teratas dari sisanya: menukar wakil lain dengan yang lebih tinggi tidak pernah menurunkan jumlahnya.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.rumus_bulat import RumusBulat
from indeksinovasi.inti.model.angka import terbesar_ada

CaraPilih = Literal["teratas", "berurusan"]


class CalonPilih(NamedTuple):
    """Satu calon: kematangan dalam satuan rumus, dan urusan wajib yang diisinya (``None`` bila tidak ada)."""

    id: str
    kematangan: int
    urusan: str | None


@dataclass(frozen=True, slots=True)
class SoalPilih:
    """Yang sudah tetap (dihitung, pembagi, urusan terisi), calon yang layak, dan calon yang hanya membagi.

    ``wajib`` dan ``wajib_pembagi`` selalu terpilih; ``bebas`` urut dari kematangan tertinggi.
    """

    rumus: RumusBulat
    kematangan: int
    terhitung: int
    ditolak: int
    spd: int
    terisi: frozenset[str]
    wajib: tuple[CalonPilih, ...]
    bebas: tuple[CalonPilih, ...]
    wajib_pembagi: tuple[str, ...]
    bebas_pembagi: tuple[str, ...]

    @property
    def paling_sedikit(self) -> int:
        """Banyak yang pasti terpilih."""
        return len(self.wajib) + len(self.wajib_pembagi)

    @property
    def paling_banyak(self) -> int:
        """Banyak seluruh calon."""
        return self.paling_sedikit + len(self.bebas) + len(self.bebas_pembagi)

    @property
    def membagi(self) -> bool:
        """Calon yang tidak layak menambah pembagi."""
        return self.rumus.ditolak_ikut and not self.rumus.dijumlah


class _Jalur(NamedTuple):
    """Jumlah kematangan dan banyak urusan terisi menurut banyaknya calon layak, mulai dari ``awal``."""

    awal: int
    jumlah: tuple[int, ...]
    urusan: tuple[int, ...]


class Kurva:
    """Nilai terbaik untuk tiap banyaknya calon yang dipilih, dan himpunan yang mencapainya."""

    def __init__(self, soal: SoalPilih) -> None:
        self.soal = soal
        self._jalur: dict[CaraPilih, _Jalur] = {"teratas": _susuri(soal, ())}
        wakil = _wakil(soal.bebas, _terisi(soal))
        perlu = _perlu(soal, _terisi(soal))
        if perlu and len(wakil) >= perlu:
            self._jalur["berurusan"] = _susuri(soal, wakil[:perlu])
        self._layak = None if soal.membagi else self._semua_layak()

    def nilai(self, banyak: int) -> Fraction | None:
        """Nilai terbaik (belum dibulatkan) bila tepat *banyak* calon dipilih; ``None`` bila tak terhitung."""
        if self._layak is not None:
            return terbesar_ada(self._layak[k] for k in self._kisaran(banyak))
        # Yang layak tidak pernah lebih buruk daripada yang hanya membagi, jadi cukup yang layak terbanyak.
        teratas = self._kisaran(banyak)[-1]
        return terbesar_ada(isi for _, isi in self._nilai_layak(banyak, teratas))

    def himpunan(self, banyak: int) -> tuple[str, ...]:
        """Himpunan bernilai terbaik dengan *banyak* calon; di antara yang sama, daftar pengenal terkecil."""
        terbaik = self.nilai(banyak)
        semua = [
            self._pengenal(banyak, k, cara)
            for k in self._kisaran(banyak)
            for cara, isi in self._nilai_layak(banyak, k)
            if isi == terbaik
        ]
        return tuple(min(semua))

    def _kisaran(self, banyak: int) -> range:
        """Banyak calon layak yang mungkin di antara *banyak* calon."""
        soal = self.soal
        bawah = max(len(soal.wajib), banyak - len(soal.wajib_pembagi) - len(soal.bebas_pembagi))
        atas = min(len(soal.wajib) + len(soal.bebas), banyak - len(soal.wajib_pembagi))
        return range(bawah, atas + 1)

    def _semua_layak(self) -> dict[int, Fraction | None]:
        awal = len(self.soal.wajib)
        return {
            k: terbesar_ada(isi for _, isi in self._nilai_layak(k, k))
            for k in range(awal, awal + len(self.soal.bebas) + 1)
        }

    def _nilai_layak(self, banyak: int, layak: int) -> Iterator[tuple[CaraPilih, Fraction | None]]:
        """Nilai tiap cara bila *layak* di antara *banyak* calon layak."""
        soal = self.soal
        for cara, jalur in self._jalur.items():
            if layak < jalur.awal:
                continue
            letak = layak - jalur.awal
            pembilang, penyebut = soal.rumus.ukuran(
                soal.kematangan + jalur.jumlah[letak],
                soal.terhitung + layak,
                soal.ditolak + banyak - layak,
                jalur.urusan[letak],
                soal.spd,
            )
            yield cara, Fraction(pembilang, penyebut) if penyebut else None

    def _pengenal(self, banyak: int, layak: int, cara: CaraPilih) -> list[str]:
        soal = self.soal
        pembagi = banyak - layak - len(soal.wajib_pembagi)
        if cara == "teratas":
            dipilih = [satu.id for satu in soal.bebas[: layak - len(soal.wajib)]]
        else:
            dipilih = _terkecil(soal, layak)
        tetap = (satu.id for satu in soal.wajib)
        return sorted((*tetap, *soal.wajib_pembagi, *dipilih, *sorted(soal.bebas_pembagi)[:pembagi]))


def _terisi(soal: SoalPilih) -> frozenset[str]:
    return soal.terisi | {satu.urusan for satu in soal.wajib if satu.urusan}


def _perlu(soal: SoalPilih, terisi: AbstractSet[str]) -> int:
    """Banyak urusan yang masih harus diisi."""
    return max(0, soal.rumus.urusan_minimal - len(terisi))


def _wakil(bebas: Iterable[CalonPilih], terisi: AbstractSet[str]) -> list[CalonPilih]:
    """Calon tertinggi tiap urusan yang belum terisi, dari yang tertinggi."""
    wakil: dict[str, CalonPilih] = {}
    for satu in bebas:
        if satu.urusan and satu.urusan not in terisi:
            wakil.setdefault(satu.urusan, satu)
    return list(wakil.values())


def _susuri(soal: SoalPilih, dahulu: Sequence[CalonPilih]) -> _Jalur:
    """Jalur menambah calon satu demi satu: yang wajib, *dahulu*, lalu yang teratas dari sisanya."""
    pertama = set(dahulu)
    urutan = [*dahulu, *(satu for satu in soal.bebas if satu not in pertama)]
    tetap = sum(satu.kematangan for satu in soal.wajib)
    terisi = set(_terisi(soal))
    urusan = [len(terisi)]
    for satu in urutan:
        if satu.urusan:
            terisi.add(satu.urusan)
        urusan.append(len(terisi))
    jumlah = list(accumulate((satu.kematangan for satu in urutan), initial=tetap))
    lewat = len(dahulu)
    return _Jalur(len(soal.wajib) + lewat, tuple(jumlah[lewat:]), tuple(urusan[lewat:]))


def _terkecil(soal: SoalPilih, layak: int) -> list[str]:
    """Pengenal terkecil di antara himpunan berurusan dengan jumlah terbesar.

    Calon ditimbang menurut pengenalnya: diambil bila jumlah terbesar masih dapat dicapai bersamanya. Hanya
    calon yang bernilai sama dengan yang di batas yang perlu ditimbang.
    """
    banyak = layak - len(soal.wajib)
    terbaik = _isi_terbaik(soal, banyak, (), soal.bebas)
    assert terbaik is not None  # cara berurusan hanya ada bila urusannya dapat diisi
    sasaran = sum(satu.kematangan for satu in terbaik)
    batas = {satu.kematangan for satu in _di_batas(soal, terbaik)}
    pasti = [satu for satu in terbaik if satu.kematangan not in batas]
    ragu = sorted(satu for satu in soal.bebas if satu.kematangan in batas)
    diambil = list(pasti)
    for letak, satu in enumerate(ragu):
        if len(diambil) == banyak:
            break
        coba = [*diambil, satu]
        isi = _isi_terbaik(soal, banyak, coba, ragu[letak + 1 :])
        if isi is not None and sum(lain.kematangan for lain in isi) == sasaran:
            diambil = coba
    return [satu.id for satu in diambil]


def _di_batas(soal: SoalPilih, terbaik: Sequence[CalonPilih]) -> Iterator[CalonPilih]:
    """Anggota yang mungkin tergantikan calon lain yang sama tinggi: wakil urusan dan yang terendah."""
    wakil = _wakil(soal.bebas, _terisi(soal))[: _perlu(soal, _terisi(soal))]
    yield from wakil
    lain = [satu for satu in terbaik if satu not in wakil]
    if lain:
        yield min(lain, key=lambda satu: satu.kematangan)


def _isi_terbaik(
    soal: SoalPilih, banyak: int, diambil: Sequence[CalonPilih], sisa: Sequence[CalonPilih]
) -> list[CalonPilih] | None:
    """Himpunan terbesar berisi *banyak* yang memuat *diambil* dan selebihnya dari *sisa*."""
    terisi = _terisi(soal) | {satu.urusan for satu in diambil if satu.urusan}
    urut = sorted(sisa, key=lambda satu: (-satu.kematangan, satu.id))
    perlu = _perlu(soal, terisi)
    wakil = _wakil(urut, terisi)[:perlu]
    tempat = banyak - len(diambil) - perlu
    if len(wakil) < perlu or tempat < 0:
        return None
    lain = [satu for satu in urut if satu not in wakil][:tempat]
    if len(lain) < tempat:
        return None
    return [*diambil, *wakil, *lain]
