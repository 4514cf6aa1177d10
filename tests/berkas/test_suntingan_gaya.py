"""Suntingan atas gaya tulisan apa pun: di luar isiannya tidak satu bita, komentar, atau nilai berubah.

Batas potongannya dihitung dari simpul ruamel.yaml, bukan dari pohon yang dipakai penyunting.
"""

from __future__ import annotations

import re
from random import Random
from typing import Any, NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import CollectionNode, MappingNode, ScalarNode

from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.perubahan import Ganti, Hapus, Perubahan, Sisip, terapkan
from indeksinovasi.berkas.suntingan import (
    SuntinganDitolak,
    data_sesudah,
    isi_pada,
    sama_persis,
    sunting,
    susun_potongan,
)
from indeksinovasi.inti.model.temuan import Jalur
from tests.berkas.test_dua_pembaca import Ditolak, hasil, pembanding, sama, tanpa_tulisan
from tests.berkas.test_suntingan import NILAI, semua_jalur
from tests.gaya_acak import KOMENTAR, dokumen_acak
from tests.profil import contoh

Node = Any
"""Simpul ruamel.yaml; jenisnya tidak mengenal ``flow_style``."""

_TITIK_DUA = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*[ \t]*:")


class Batas(NamedTuple):
    """Yang boleh berubah: karakter *awal* sampai *akhir*; komentar di *isi* miliknya sendiri."""

    awal: int
    akhir: int
    isi: tuple[int, int]


def simpul_ruamel(teks: str, jalur: Jalur) -> list[tuple[Node, Node]]:
    """Kunci dan nilai di setiap bagian *jalur*, didahului akarnya."""
    yaml = YAML(typ="safe", plug_ins=[])
    akar = yaml.compose(teks)
    langkah = [(akar, akar)]
    data = urai(teks.encode(), "").data
    for bagian in jalur:
        induk = langkah[-1][1]
        if isinstance(induk, MappingNode):
            nomor = list(data).index(bagian)
            langkah.append(induk.value[nomor])
        else:
            langkah.append((induk.value[bagian],) * 2)
        data = data[bagian]
    return langkah


def akhir_simpul(simpul: Node, teks: str) -> int:
    """Sesudah karakter terakhir isinya; ruamel memasukkan komentar dan baris kosong di bawah susunan blok."""
    if not isinstance(simpul, ScalarNode) and not simpul.flow_style:
        anak = simpul.value[-1]
        kunci, nilai = anak if isinstance(anak, tuple) else (anak, anak)
        return sesudah_isian(kunci, nilai, teks)
    akhir = simpul.end_mark.index
    if isinstance(simpul, ScalarNode) and simpul.style in ("|", ">"):
        return int(simpul.start_mark.index) + len(teks[simpul.start_mark.index : akhir].rstrip("\r\n "))
    return int(akhir)


def sesudah_isian(kunci: Node, nilai: Node, teks: str) -> int:
    """Akhir nilai; letak nilai yang tidak tertulis tidak tentu, jadi sesudah titik dua kuncinya bila ada."""
    if nilai.start_mark.index != nilai.end_mark.index or kunci is nilai:
        return akhir_simpul(nilai, teks)
    akhir = akhir_simpul(kunci, teks)
    titik_dua = _TITIK_DUA.match(teks, akhir)
    return titik_dua.end() if titik_dua else akhir


def ujung_baris(teks: str, indeks: int) -> int:
    return next((n for n in range(indeks, len(teks)) if teks[n] in "\r\n"), len(teks))


def awal_isi(kunci: Node, nilai: Node) -> int:
    """Awal anggota daftar, atau sesudah kuncinya."""
    return int(nilai.start_mark.index if kunci is nilai else kunci.end_mark.index)


def batas_ganti(teks: str, perubahan: Ganti) -> Batas:
    kunci, nilai = simpul_ruamel(teks, perubahan.jalur)[-1]
    awal, akhir = int(nilai.start_mark.index), sesudah_isian(kunci, nilai, teks)
    if isinstance(nilai, ScalarNode) and nilai.style in ("|", ">"):
        return Batas(awal_isi(kunci, nilai), ujung_baris(teks, akhir), (0, 0))
    if awal >= akhir or nilai.value == "" or not _sebaris(perubahan.nilai) or not _sebaris(nilai):
        return Batas(min(awal, awal_isi(kunci, nilai)), ujung_baris(teks, akhir), (awal, akhir))
    return Batas(awal, akhir, (awal, akhir))


def _sebaris(nilai: Any) -> bool:
    if isinstance(nilai, ScalarNode | CollectionNode):
        return isinstance(nilai, ScalarNode) or bool(nilai.flow_style)
    return not isinstance(nilai, dict | list) and "\n" not in str(nilai)


def batas_sisip(teks: str, perubahan: Sisip) -> Batas:
    kunci, wadah = simpul_ruamel(teks, perubahan.jalur[:-1])[-1]
    akhir = wadah.end_mark.index
    return Batas(awal_isi(kunci, wadah), max(akhir, ujung_baris(teks, akhir_simpul(wadah, teks))), (0, 0))


def tanda_hubung(teks: str, wadah: Node, indeks: int) -> int:
    """Awal anggota daftar: tanda hubungnya, sekolom dengan awal daftarnya."""
    kolom = int(wadah.start_mark.column)
    while True:
        awal = max(teks.rfind(satu, 0, indeks) for satu in "\r\n") + 1
        if wadah.start_mark.index >= awal:
            return int(wadah.start_mark.index)
        if teks[awal : awal + kolom + 1].strip(" ") == "-":
            return awal + kolom
        indeks = awal - 1


def batas_hapus(teks: str, perubahan: Hapus) -> Batas:
    langkah = simpul_ruamel(teks, perubahan.jalur)
    (kunci_wadah, wadah), (kunci, nilai) = langkah[-2:]
    isi = wadah.value if isinstance(wadah, MappingNode) else [(satu, satu) for satu in wadah.value]
    nomor = next(n for n, (satu, _) in enumerate(isi) if satu is kunci)
    akhir = sesudah_isian(kunci, nilai, teks)
    ekor = ujung_baris(teks, akhir)
    mulai = int(kunci.start_mark.index)
    if kunci is nilai and not wadah.flow_style:
        mulai = tanda_hubung(teks, wadah, mulai)
    sendirian = not teks[akhir:ekor].partition("#")[0].strip(" \t,:")
    kunci_lalu, nilai_lalu = isi[nomor - 1]
    awal = sesudah_isian(kunci_lalu, nilai_lalu, teks) if nomor else awal_isi(kunci_wadah, wadah)
    awal = len(teks[:awal].rstrip(" \t"))
    if nomor + 1 < len(isi):
        ujung = max(int(isi[nomor + 1][0].start_mark.index), nilai.end_mark.index)
    else:
        ujung = wadah.end_mark.index if wadah.flow_style else len(teks) - len(teks[ekor:].lstrip())
    return Batas(awal, max(ujung, akhir), (mulai, ekor if sendirian else akhir))


def sama_di_luar(lama: str, baru: str, batas: Batas) -> bool:
    """Depan dan belakang *batas* sama, karakter demi karakter."""
    belakang = lama[batas.akhir :]
    cukup = len(baru) >= batas.awal + len(belakang)
    return cukup and baru.startswith(lama[: batas.awal]) and baru.endswith(belakang)


def komentar_di_luar(teks: str, isi: tuple[int, int]) -> set[str]:
    """Komentar di luar *isi*; yang menjorok di bawah skalar blok adalah isinya, bukan komentar."""
    di_luar = {satu.group() for satu in KOMENTAR.finditer(teks) if not isi[0] <= satu.start() < isi[1]}
    return di_luar - set(KOMENTAR.findall(str(urai(teks.encode(), "").data)))


def _terurut(data: Any) -> Any:
    """*data* tanpa urutan kuncinya: tempat kunci yang disisipkan boleh berbeda dari yang diminta."""
    if isinstance(data, dict):
        return {kunci: _terurut(data[kunci]) for kunci in sorted(data, key=repr)}
    return [_terurut(satu) for satu in data] if isinstance(data, list) else data


def periksa(teks: str, perubahan: Perubahan) -> str:
    """Teks sesudah *perubahan*; semua yang dijanjikan penyunting diperiksa dengan pembaca lain."""
    maksud = data_sesudah(urai(teks.encode(), "").data, perubahan)
    potongan = susun_potongan(teks, perubahan)
    baru = terapkan(teks, potongan)
    assert sama_persis(urai(baru.encode(), "").data, maksud)
    assert sama(_terurut(tanpa_tulisan(maksud)), _terurut(pembanding(baru)), longgar=True)
    if isinstance(perubahan, Sisip):
        assert not any(teks[satu.awal : satu.akhir].strip() for satu in potongan)
        batas = batas_sisip(teks, perubahan)
    elif isinstance(perubahan, Ganti):
        batas = batas_ganti(teks, perubahan)
    else:
        batas = batas_hapus(teks, perubahan)
    assert sama_di_luar(teks, baru, batas)
    semua = KOMENTAR.findall(baru)
    assert komentar_di_luar(teks, batas.isi) <= set(semua)
    assert sorted(semua) == sorted(set(semua))
    return baru


def perubahan_acak(isi: Any, acak: Random) -> Perubahan:
    jalur = acak.choice(list(semua_jalur(isi)))
    nilai, pilih = acak.choice(NILAI), acak.randrange(3)
    if pilih == 0:
        return Ganti(jalur, nilai)
    if pilih == 1:
        return Hapus(jalur)
    while jalur and not isinstance(isi_pada(isi, jalur), dict | list):
        jalur = jalur[:-1]
    wadah = isi_pada(isi, jalur)
    if isinstance(wadah, list):
        return Sisip((*jalur, acak.randint(0, len(wadah))), nilai)
    return Sisip(
        (*jalur, "kunci-baru"), nilai, acak.choice([None, *(k for k in wadah if isinstance(k, str))])
    )


@given(benih=st.integers(0, 2**32))
@contoh(1500)
def test_gaya_apa_pun(benih: int) -> None:
    """Mengganti, menyisip, dan membuang: tepat, atau ditolak tanpa hasil."""
    acak = Random(benih)
    teks = dokumen_acak(acak)
    dokumen = urai(teks.encode(), "")
    assume(not dokumen.temuan and list(semua_jalur(dokumen.data)))
    assume(not isinstance(hasil(pembanding, teks), Ditolak))  # tab yang hanya ditolak ruamel
    for _ in range(3):
        try:
            periksa(teks, perubahan_acak(dokumen.data, acak))
        except SuntinganDitolak:
            continue


def test_jarang_ditolak() -> None:
    """Penolakan hanya bagi tulisan yang memang tidak dapat dipisahkan, bukan jalan keluar penyunting."""
    ditolak = banyak = 0
    for benih in range(400):
        acak = Random(benih)
        teks = dokumen_acak(acak)
        dokumen = urai(teks.encode(), "")
        if not dokumen.temuan and list(semua_jalur(dokumen.data)):
            banyak += 1
            try:
                susun_potongan(teks, perubahan_acak(dokumen.data, acak))
            except SuntinganDitolak:
                ditolak += 1
    assert banyak > 250
    assert ditolak <= banyak // 100


def _daun_diganti(isi: Any, acak: Random) -> Any:
    if isinstance(isi, dict):
        return {kunci: _daun_diganti(nilai, acak) for kunci, nilai in isi.items()}
    if isinstance(isi, list):
        return [_daun_diganti(satu, acak) for satu in isi]
    return acak.choice([7, "kata", "dua: x", None, "a\nb\n"]) if acak.random() < 0.4 else isi


@given(benih=st.integers(0, 2**32))
@contoh(500)
def test_mengganti_peta_hanya_menyentuh_daun_yang_berbeda(benih: int) -> None:
    """Beberapa nilai di dalam satu peta atau daftar: tidak satu komentar pun hilang atau berganda."""
    acak = Random(benih)
    teks = dokumen_acak(acak)
    dokumen = urai(teks.encode(), "")
    assume(not dokumen.temuan and isinstance(dokumen.data, dict | list))
    assume(not isinstance(hasil(pembanding, teks), Ditolak))
    maksud = _daun_diganti(dokumen.data, acak)
    try:
        baru = sunting(teks, [Ganti((), maksud)])
    except SuntinganDitolak:
        return
    assert sama_persis(urai(baru.encode(), "").data, maksud)
    assert sama(_terurut(tanpa_tulisan(maksud)), _terurut(pembanding(baru)), longgar=True)
    semua = KOMENTAR.findall(baru)
    assert komentar_di_luar(teks, (0, 0)) <= set(semua)
    assert len(semua) == len(set(semua))
