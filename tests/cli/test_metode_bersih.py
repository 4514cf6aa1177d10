"""Berkas tahun yang bersih menurut ``metode periksa`` dapat dipakai setiap perintah, tanpa ledakan."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import ryaml

from indeksinovasi.alur.metode_periksa import periksa_berkas_metode
from tests.daerah_uji import AKAR, CONTOH, indeks
from tests.laju import selesai_dalam
from tests.profil import LENGKAP, banyak

DETIK = 2.0
DASAR = [
    path.read_text(encoding="utf-8")
    for path in (*sorted((AKAR / "indikator").glob("20*.yaml")), CONTOH / "lomba-kecamatan.yaml")
]
ANGKA = (
    0,
    1,
    -1,
    -3,
    2,
    3,
    0.5,
    0.01,
    100,
    10**6,
    10**9,
    10**15,
    10**18,
    -(10**15),
    1e-7,
    1e-9,
    1e300,
    5e-324,
)
PERINTAH = (
    "nilai KOTA --metode BERKAS --rinci",
    "nilai KOTA --metode BERKAS --format json",
    "nilai KOTA --metode BERKAS --format csv --rinci",
    "nilai KOTA --metode BERKAS --format markdown",
    "peringkat KOTA --metode BERKAS --menurut inovasi",
    "banding KOTA 2024 2024@BERKAS --rinci",
    "metode tunjuk BERKAS",
    "metode beda 2024 BERKAS",
    "laporan KOTA --metode BERKAS -o HASIL",
)


def bilangan(data: Any) -> Iterator[tuple[Any, Any]]:
    """Setiap wadah dan kunci yang memuat bilangan."""
    isi = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for kunci, nilai in list(isi):
        if isinstance(nilai, int | float) and not isinstance(nilai, bool):
            yield data, kunci
        yield from bilangan(nilai)


def konstanta(data: Any) -> Iterator[dict[str, Any]]:
    """Setiap ketetapan rumus yang boleh punya kemungkinan."""
    for nama in ("pembagi_minimal", "urusan_wajib_minimal"):
        if isinstance(satu := data["rumus"].get(nama), dict):
            yield satu
    yield from (data["rumus"].get("jumlah_inovasi") or {}).values()
    yield from (satu for satu in (data.get("maksimum") or {}).values() if isinstance(satu, dict))


def ubah(acak: Random) -> str:
    """Berkas tahun dengan beberapa bilangan ekstrem atau banyak kemungkinan; kontrolnya sering dibuang."""
    data = ryaml.loads(acak.choice(DASAR))
    tempat = list(bilangan(data))
    for wadah, kunci in acak.sample(tempat, acak.choice((0, 0, 1, 1, 2, 5))):
        wadah[kunci] = acak.choice(ANGKA)
    for satu in konstanta(data):
        if acak.random() < 0.5:
            satu |= {
                "kepastian": "lemah",
                "alasan": "Uji.",
                "kemungkinan": [acak.choice((1, 5, 7.5, n)) for n in range(acak.choice((2, 18, 19, 59)))],
            }
    if acak.random() < 0.7:
        data["kontrol"] = {}
    return ryaml.dumps(data)


@pytest.mark.parametrize("bagian", range(4))
def test_yang_bersih_dapat_dipakai(bagian: int, tmp_path: Path) -> None:
    bersih = 0
    jumlah = banyak(400) // 4 if LENGKAP else 2
    # Sampai sekian berkas yang bersih; kebanyakan berkas acak memang ditolak.
    for benih in range(bagian * 1000, bagian * 1000 + 40 * jumlah):
        if bersih == jumlah:
            break
        acak = Random(benih)
        berkas = tmp_path / f"metode{benih}.yaml"
        berkas.write_text(ubah(acak), encoding="utf-8")
        mulai = time.process_time()
        temuan = periksa_berkas_metode((str(berkas),)).temuan
        assert selesai_dalam(time.process_time() - mulai, DETIK), benih
        if any(satu.tingkat == "galat" for satu in temuan):
            continue
        bersih += 1
        perintah = acak.choice(PERINTAH).replace("KOTA", str(CONTOH / "kota-rapi"))
        argumen = perintah.replace("BERKAS", str(berkas)).replace("HASIL", str(tmp_path / f"hasil{benih}"))
        mulai = time.process_time()
        hasil = indeks(*argumen.split(" "))
        assert hasil.kode in (0, 1), (benih, hasil.galat)
        assert selesai_dalam(time.process_time() - mulai, DETIK), benih
    assert bersih == jumlah
