"""Pembaca cepat dan ruamel.yaml memberi data yang sama pada bagian YAML 1.2 yang diterima.

Pembaca cepat adalah ``ryaml`` di balik ``berkas.baca.urai``; pembandingnya ruamel.yaml dengan tanggal
sebagai teks. ``tests/pembaca/`` memuat dokumen kecil menurut golongan yaml-test-suite, satu teks JSON satu
baris: ``sama.txt`` dibaca sama, ``ditolak.txt`` sah menurut YAML tetapi ditolak produk (judul golongannya
kode temuannya), ``tidak_sah.txt`` ditolak keduanya. Yang berbeda dengan sengaja ada di ``BERBEDA``.
"""

from __future__ import annotations

import io
import json
import math
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import ryaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

from indeksinovasi.berkas.baca import IsiBerkas, urai
from indeksinovasi.berkas.muat import muat_inovasi, susun_kamus
from indeksinovasi.berkas.tanda_kosong import PENGGANTI
from indeksinovasi.inti.model.angka import AngkaTertulis
from tests.daerah_uji import AKAR, CONTOH, inovasi, metode
from tests.mutasi import kacau, tulis_acak
from tests.mutasi_bahan import dasar
from tests.profil import LENGKAP, contoh

KAMUS = susun_kamus(metode(2024))
_TETAP_TEKS = re.compile(
    r"[-+]?(0\d+|(?=[\d.]*_)\d[\d_]*(\.[\d_]*)?([eE][-+]?\d+)?|\d+(\.\d*)?[eE]\+?\d{3,}|\d{39,})"
)
_TITIK_DUA_DEPAN = re.compile(r"[\[{,:?]\s*:\S")


class TanggalTeks(SafeConstructor):
    """Konstruktor yang membiarkan tanggal sebagai teks."""


TanggalTeks.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


class Ditolak(Exception):
    """Dokumen yang tidak diterima; pesannya kode temuannya, atau galat pembandingnya."""


def cepat(isi: str | bytes) -> Any:
    """Data menurut produk."""
    dokumen = urai(_bita(isi), "a.yaml")
    if dokumen.temuan:
        raise Ditolak(dokumen.temuan[0].kode)
    if PENGGANTI in dokumen.teks and PENGGANTI.encode() not in _bita(isi):
        raise Ditolak("tanda kosong")  # bukan YAML; pengecualiannya diuji di test_longgar
    return tanpa_tulisan(dokumen.data)


def _bita(isi: str | bytes) -> bytes:
    return isi if isinstance(isi, bytes) else isi.encode("utf-8", "surrogatepass")


def tanpa_tulisan(data: Any) -> Any:
    """*data* dengan nilai YAML di tempat bilangan yang tulisannya ditandai meragukan."""
    if isinstance(data, dict):
        return {tanpa_tulisan(kunci): tanpa_tulisan(nilai) for kunci, nilai in data.items()}
    if isinstance(data, list):
        return [tanpa_tulisan(satu) for satu in data]
    return data.nilai if isinstance(data, AngkaTertulis) else data


def pembanding(isi: str | bytes) -> Any:
    """Data menurut ruamel.yaml (YAML 1.2): pengurai C, atau pengurai murninya bila yang pertama menolak.

    Masing-masing menolak sebagian tulisan yang sah: yang pertama ``[http://a]``, yang kedua ``a:<tab>b``.
    """
    teks = (isi.decode("utf-8-sig") if isinstance(isi, bytes) else isi).removeprefix("\ufeff")
    try:
        return _ruamel(teks, murni=False)
    except Ditolak:
        return _ruamel(teks, murni=True)


def _ruamel(teks: str, *, murni: bool) -> Any:
    yaml = YAML(typ="safe", pure=murni, plug_ins=[])
    yaml.Constructor = TanggalTeks
    try:
        return yaml.load(teks)
    except (YAMLError, ValueError) as galat:
        raise Ditolak(str(galat)) from None


def sama(satu: Any, dua: Any, *, longgar: bool = False) -> bool:
    """Sama nilai dan sama jenis, sampai ke dalam: 1 bukan 1.0, dan bukan true; NaN sama dengan NaN.

    *longgar*: tulisan bilangan ``BERBEDA`` boleh teks di kiri dan bilangan di kanan.
    """
    if longgar and isinstance(satu, str) and isinstance(dua, int | float):
        return _TETAP_TEKS.fullmatch(satu) is not None
    if longgar and isinstance(satu, float) and isinstance(dua, int):
        return abs(dua) >= 2**127 and satu == float(dua)
    if type(satu) is not type(dua):
        return False
    if isinstance(satu, dict):
        return sama([*satu, *satu.values()], [*dua, *dua.values()], longgar=longgar)
    if isinstance(satu, list):
        return len(satu) == len(dua) and all(
            sama(kiri, kanan, longgar=longgar) for kiri, kanan in zip(satu, dua, strict=True)
        )
    if isinstance(satu, float) and not math.isnan(satu):
        return satu == dua and math.copysign(1, satu) == math.copysign(1, dua)
    if isinstance(satu, float):
        return math.isnan(dua)
    return bool(satu == dua)


def hasil(baca: Any, isi: str | bytes) -> Any:
    try:
        return baca(isi)
    except Ditolak as tolak:
        return tolak


# Dokumen kecil


def kasus(berkas: str) -> dict[str, list[str]]:
    """Teks setiap dokumen dalam ``tests/pembaca/<berkas>.txt`` menurut judul golongannya."""
    semua: dict[str, list[str]] = {}
    judul = ""
    for baris in (AKAR / f"tests/pembaca/{berkas}.txt").read_text(encoding="utf-8").splitlines():
        if baris.startswith("# "):
            judul = baris.removeprefix("# ")
        else:
            semua.setdefault(judul, []).append(json.loads(baris))
    return semua


BERBEDA: dict[str, tuple[str, ...]] = {
    "nol di depan adalah bagian nomor atau kode, dan hilang menurut YAML 1.2": (
        *("012", "0012", "09", "00", "0777", "-012", "+012"),
    ),
    "garis bawah dalam bilangan hanya ada pada YAML 1.1; ruamel masih membacanya": (
        *("1_000", "1_0.5", "1__0", "1_", "0_1", "0.1_5"),
    ),
    "bilangan di luar jangkauan menjadi tak terhingga, yang bukan ukuran apa pun": (
        *("1e400", "-1e400", "1.7976931348623157e309"),
    ),
    "nilai bawaan dan kunci gabung hanya ada pada YAML 1.1; ruamel menolaknya": ("=", "<<"),
}
"""Nilai polos yang bagi produk tetap teks, sehingga ditolak SKM di tempat yang memerlukan bilangan."""
MELEBIHI_64_BIT = (
    *("99999999999999999999", "-99999999999999999999", "18446744073709551616", "-9223372036854775809"),
    "0x10000000000000000",
)


@pytest.mark.parametrize(("golongan", "semua"), kasus("sama").items())
def test_dibaca_sama(golongan: str, semua: list[str]) -> None:
    for teks in semua:
        assert sama(cepat(teks), pembanding(teks)), (golongan, teks)


@pytest.mark.parametrize(("kode", "semua"), kasus("ditolak").items())
def test_ditolak_produk(kode: str, semua: list[str]) -> None:
    """Sah menurut YAML, tetapi di luar bagian yang diterima."""
    for teks in semua:
        ditolak = hasil(cepat, teks)
        assert isinstance(ditolak, Ditolak), teks
        assert str(ditolak) == kode, teks
        pembanding(teks)


@pytest.mark.parametrize(("golongan", "semua"), kasus("tidak_sah").items())
def test_ditolak_keduanya(golongan: str, semua: list[str]) -> None:
    for teks in semua:
        for baca in (cepat, pembanding):
            assert isinstance(hasil(baca, teks), Ditolak), (golongan, teks)


@pytest.mark.parametrize("nilai", [satu for semua in BERBEDA.values() for satu in semua])
def test_tetap_teks(nilai: str) -> None:
    """Produk membacanya sebagai teks apa adanya; di tempat bilangan, ia temuan SKM, bukan bilangan lain."""
    assert cepat(f"a: {nilai}\n") == {"a": nilai}
    assert not sama(hasil(pembanding, f"a: {nilai}\n"), {"a": nilai})
    catatan = tulis_catatan(f"kematangan: {nilai}\nindikator: {{sdm: {{fakta: {nilai}}}}}\n")
    _, masalah = muat_inovasi(catatan, KAMUS)
    assert [(satu.kode, satu.jalur) for satu in masalah] == [
        ("SKM103", ("kematangan",)),
        ("SKM103", ("indikator", "sdm", "fakta")),
    ]


def tulis_catatan(ekor: str) -> IsiBerkas:
    dokumen = urai((ryaml.dumps(inovasi(2024)) + ekor).encode(), "a.yaml")
    assert not dokumen.temuan
    return dokumen


@pytest.mark.parametrize("nilai", MELEBIHI_64_BIT)
def test_bilangan_melebihi_64_bit(nilai: str) -> None:
    with pytest.raises(Ditolak, match="BRK003"):
        cepat(f"a: {nilai}\n")
    assert isinstance(pembanding(f"a: {nilai}\n")["a"], int)


def test_bilangan_melebihi_128_bit() -> None:
    """Empat puluh angka menjadi pecahan bernilai sama; empat ratus angka tetap teks."""
    empat_puluh, empat_ratus = f"a: {'9' * 40}\n", f"a: {'9' * 400}\n"
    assert cepat(empat_puluh) == {"a": float(pembanding(empat_puluh)["a"])}
    assert cepat(empat_ratus) == {"a": str(pembanding(empat_ratus)["a"])}


# Dokumen bangkitan

TERBACA = st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufeff\u2028\u2029")
teks_apa_pun = st.text(
    TERBACA | st.sampled_from("\n :#-'\"[]{},&*!|>%@`?~0123456789.eE_xo"), max_size=30
).filter(
    lambda satu: satu not in ("<<", "=")  # tag YAML 1.1 milik ruamel, lihat BERBEDA
)
skalar = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**64 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    teks_apa_pun,
    st.sampled_from(["012", "1_000", "yes", "null", "~", "2023-01-02", "0x1F", "-", "1e3", " a", "a ", ""]),
)
data = st.recursive(
    skalar,
    lambda isi: (
        st.lists(isi, max_size=4) | st.dictionaries(teks_apa_pun | st.integers(0, 3000), isi, max_size=4)
    ),
    max_leaves=20,
)


def _ruamel_tulis(isi: Any, *, alir: bool) -> str:
    yaml = YAML(typ="safe", pure=True, plug_ins=[])
    yaml.default_flow_style, yaml.allow_unicode, yaml.width = alir, True, 60
    aliran = io.StringIO()
    yaml.dump(isi, aliran)
    return aliran.getvalue()


PENULIS: dict[str, Callable[[Any, Random], str]] = {
    "ryaml": lambda isi, _: ryaml.dumps(isi),
    "ruamel blok": lambda isi, _: _ruamel_tulis(isi, alir=False),
    "ruamel alir": lambda isi, _: _ruamel_tulis(isi, alir=True),
    "json": lambda isi, _: json.dumps(isi, ensure_ascii=False),
    "acak": lambda isi, acak: tulis_acak(isi, acak),
}


@pytest.mark.filterwarnings("ignore::ruamel.yaml.error.ReusedAnchorWarning")
@pytest.mark.parametrize("penulis", PENULIS)
@given(isi=data, acak=st.randoms(use_true_random=False))
@contoh(250)
def test_dokumen_bangkitan(penulis: str, isi: Any, acak: Random) -> None:
    """Data yang ditulis dengan gaya apa pun terbaca kembali, sama oleh kedua pembaca.

    Yang sah boleh ditolak hanya karena tandanya tidak diterima, atau karena ``:`` mengawali nilai polos.
    """
    isi = {"isi": isi}
    teks = PENULIS[penulis](isi, acak)
    terbaca = hasil(cepat, teks)
    if isinstance(terbaca, Ditolak):
        sah = sama(hasil(pembanding, teks), isi)
        assert not sah or re.match("BRK00[68]", str(terbaca)) or _TITIK_DUA_DEPAN.search(teks), teks
    else:
        assert sama(terbaca, pembanding(teks), longgar=True), teks


@pytest.mark.parametrize("bagian", range(8 if LENGKAP else 2))
def test_berkas_kacau(bagian: int) -> None:
    """Berkas kacau yang diterima dibaca sama; hanya nilai ``BERBEDA`` yang boleh tetap teks."""
    for benih in range(bagian * 250, (bagian + 1) * 250):
        isi = kacau(benih, dasar("inovasi")).isi
        terbaca = hasil(cepat, isi)
        if not isinstance(terbaca, Ditolak):
            assert sama(terbaca, pembanding(isi), longgar=True), benih


# Data contoh dan berkas tahun

BERKAS = sorted(
    (*CONTOH.rglob("*.yaml"), *(AKAR / "indikator").glob("*.yaml"), *(AKAR / "tests").rglob("*.yaml"))
)


@cache
def _nama(jalur: Path) -> str:
    return jalur.relative_to(AKAR).as_posix()


def test_semua_berkas_contoh() -> None:
    """Setiap berkas proyek dibaca sama, atau ditolak keduanya atau karena tanda yang tidak diterima."""
    terbaca = 0
    for jalur in BERKAS:
        isi = jalur.read_bytes()
        kiri = hasil(cepat, isi)
        if isinstance(kiri, Ditolak):
            continue
        terbaca += 1
        assert sama(kiri, pembanding(isi), longgar=True), _nama(jalur)
    assert terbaca > 200
