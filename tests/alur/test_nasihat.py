"""Setiap nasihat diikuti sampai hurufnya: tidak ada yang menurunkan tingkat, mengubah isian lain, atau
meninggalkan temuannya.

Yang diikuti adalah perbaikan yang dibawa temuan dan kalimat petunjuknya, pada semua folder ``tests/kasus``.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from indeksinovasi.alur.validasi import PermintaanValidasi, validasi
from indeksinovasi.alur.validasi_daerah import aturan_periksa
from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.muat import baca_inovasi_sebisanya, baca_spd_sebisanya
from indeksinovasi.berkas.perbaikan import terapkan_perbaikan
from indeksinovasi.berkas.simpul import Simpul
from indeksinovasi.berkas.suntingan import isi_pada, sama_persis
from indeksinovasi.berkas.tulisan import susunan_dari
from indeksinovasi.inti.model.temuan import Jalur, Temuan
from indeksinovasi.inti.periksa.konteks import baris_entri, susun_konteks
from tests.berkas.test_suntingan import semua_jalur
from tests.daerah_uji import CONTOH
from tests.kasus_temuan import semua_kasus
from tests.profil import LENGKAP

KUNCI_PERTAMA = re.compile(r"([^.\[]+)|\[(\d+)\]")
TUNJUK_KUNCI = ("SKM102",)


class Ikutan(NamedTuple):
    """Satu nasihat yang diikuti: sebutannya, teks berkas sesudahnya, dan jalur yang boleh berubah."""

    nasihat: str
    teks: str
    jalur: Jalur


def jalur_temuan(temuan: Temuan, data: Any) -> Jalur:
    """Jalur temuan sebagai kunci dan urutan yang ada di *data*."""
    jalur: list[str | int] = []
    for nama, nomor in KUNCI_PERTAMA.findall(temuan.jalur):
        bagian: str | int = int(nomor) if nomor else nama
        if isinstance(data, dict) and bagian not in data:
            bagian = next((satu for satu in data if str(satu) == str(bagian)), bagian)
        jalur.append(bagian)
        data = isi_pada(data, (bagian,)) if isinstance(data, dict | list) else None
    return tuple(jalur)


def simpul_di(teks: str, jalur: Jalur) -> tuple[Simpul, Simpul] | None:
    """Kunci dan nilai di *jalur*."""
    induk = susunan_dari(teks).pada(jalur[:-1]) if jalur else None
    return induk.turun(jalur[-1]) if induk else None


def tulis_nilai(teks: str, simpul: tuple[Simpul, Simpul], tulisan: str) -> str:
    awal, akhir = simpul[1].awal, simpul[1].akhir
    return f"{teks[:awal]}{tulisan}{teks[akhir:]}"


def tulis_kunci(teks: str, simpul: tuple[Simpul, Simpul], tulisan: str) -> str:
    awal, akhir = simpul[0].awal, simpul[0].akhir
    return f"{teks[:awal]}{tulisan}{teks[akhir:]}"


BILANGAN = r"-?\d+(?:\.\d+)?"
TULISAN: tuple[re.Pattern[str], ...] = (
    re.compile(rf"^Tulis ({BILANGAN})(?:, atau ({BILANGAN}) bila memang [\d,-]+)?(?:[.;]| bila|, tanpa)"),
    re.compile(rf"^Gunakan titik, tanpa tanda petik: ({BILANGAN})\.$"),
    re.compile(r"^Tulis (\d{4}-\d{2}-\d{2})\.$"),
    re.compile(r'^Tulis ("[^"]+")(?:, dengan tanda petik)?\.$'),
    re.compile(r'^Apit dengan tanda petik(?: supaya terbaca sebagai teks)?: ("[^"]*")\.$'),
)
"""Petunjuk yang menyebut tulisan nilainya; tiap kelompok satu tulisan."""
UTUH = re.compile(
    r"^(?:Apit seluruh nilainya dengan tanda petik|Gunakan titik untuk desimal): ([\w-]+): (.+)\.$"
)
GANTI = re.compile(r'"([^"]+)"')
PARAMETER = re.compile(r"^Tulis parameter: (\d)")
SEBENTUK = re.compile(r"^Tulis (?:menurut tahun mulai berlakunya, misalnya )?(\w+): (.+)\.$")


def ikuti_petunjuk(temuan: Temuan, teks: str, jalur: Jalur) -> Iterator[Ikutan]:
    """Teks berkas sesudah petunjuk temuan diikuti; kosong bila petunjuknya tidak menyebut tulisannya."""
    petunjuk = temuan.petunjuk
    simpul = simpul_di(teks, jalur)
    if cocok := UTUH.match(petunjuk):
        yield from _utuh(petunjuk, teks, jalur, *cocok.groups())
        return
    if simpul is None:
        return
    if cocok := PARAMETER.match(petunjuk):
        yield Ikutan(petunjuk, tulis_nilai(teks, simpul, cocok.group(1)), jalur)
    elif petunjuk.startswith(("Ganti dengan", 'Pilih "')) and not temuan.kode.startswith("LTS501"):
        ganti = tulis_kunci if temuan.kode in TUNJUK_KUNCI else tulis_nilai
        for satu in GANTI.findall(petunjuk):
            yield Ikutan(petunjuk, ganti(teks, simpul, satu), jalur)
    elif cocok := SEBENTUK.match(petunjuk):
        if cocok.group(1) == jalur[-1]:
            yield Ikutan(petunjuk, tulis_nilai(teks, simpul, cocok.group(2)), jalur)
    elif petunjuk.startswith("Hapus kuncinya bila memang tidak ada"):
        yield from (Ikutan(petunjuk, satu, jalur) for satu in _tanpa_kunci(teks, simpul))
    for pola in TULISAN:
        if cocok := pola.match(petunjuk):
            for satu in filter(None, cocok.groups()):
                yield Ikutan(petunjuk, tulis_nilai(teks, simpul, satu), jalur)


def _utuh(petunjuk: str, teks: str, jalur: Jalur, kunci: str, nilai: str) -> Iterator[Ikutan]:
    """Nilai yang terpotong koma ditulis utuh di tempat semua potongannya."""
    potongan = re.split(r",\s*|\.(?=\d)", nilai.strip('"'))
    isi = r"\s*,\s*".join(map(re.escape, potongan))
    pola = re.compile(rf"({re.escape(kunci)}:\s*){isi}")
    if " atau " not in nilai and pola.search(teks):
        yield Ikutan(petunjuk, pola.sub(lambda cocok: cocok.group(1) + nilai, teks, count=1), jalur[:-1])


def _tanpa_kunci(teks: str, simpul: tuple[Simpul, Simpul]) -> Iterator[str]:
    """Baris kuncinya dihapus; kunci di dalam kurung tidak sendirian di barisnya."""
    awal = teks.rfind("\n", 0, simpul[0].awal) + 1
    akhir = teks.find("\n", simpul[1].akhir) + 1
    if akhir and not teks[awal : simpul[0].awal].strip(" "):
        yield teks[:awal] + teks[akhir:]


def tingkat(jalur: Path, tahun: int) -> dict[str, int] | None:
    """Tingkat tiap baris menurut klaim; ``None`` bila berkasnya tidak dihitung."""
    aturan = aturan_periksa(tahun)
    konteks = susun_konteks(tahun, aturan.metode)
    if jalur.name == "spd.yaml":
        isi, tabel = baca_spd_sebisanya(jalur, "spd.yaml", aturan.kamus).isi, konteks.spd
        return {satu.kode: satu.diklaim for satu in baris_entri(isi.indikator, tabel, tahun)} if isi else None
    inovasi = baca_inovasi_sebisanya(jalur, jalur.name, aturan.kamus).isi
    if inovasi is None:
        return None
    return {satu.kode: satu.diklaim for satu in baris_entri(inovasi.indikator, konteks.sid, tahun)}


def tahun_berkas(jalur: Path, folder: Path) -> int | None:
    depan = jalur.relative_to(folder).parts
    return next((int(satu) for satu in depan if re.fullmatch(r"\d{4}", satu)), None)


def salah_ikutan(ikutan: Ikutan, temuan: Temuan, jalur: Path, folder: Path) -> Iterator[str]:
    """Yang keliru sesudah nasihat diikuti: tingkat turun, isian lain berubah, atau temuannya tersisa."""
    semula = jalur.read_bytes()
    tahun = tahun_berkas(jalur, folder)
    sebelum = tingkat(jalur, tahun) if tahun else None
    lama, bita = urai(semula, "a.yaml"), ikutan.teks.encode()
    baru = urai(bita, "a.yaml")
    jalur.write_bytes(b"\xef\xbb\xbf" + bita if semula.startswith(b"\xef\xbb\xbf") else bita)
    try:
        if baru.temuan and not lama.temuan:
            yield "berkasnya tidak terbaca lagi"
        if not lama.temuan and not baru.temuan:
            yield from _isian_lain_berubah(lama.data, baru.data, ikutan.jalur)
        sesudah = tingkat(jalur, tahun) if tahun and sebelum is not None else sebelum
        if sesudah is None and sebelum is not None:
            yield "tidak dihitung lagi"
        turun = [satu for satu, nilai in (sebelum or {}).items() if (sesudah or {}).get(satu, 0) < nilai]
        yield from (f"{satu} turun" for satu in turun)
        semua, _ = validasi(PermintaanValidasi((str(folder),), pilih=(temuan.kode,)))
        sama = (satu for satu in semua if (satu.berkas, satu.jalur) == (temuan.berkas, temuan.jalur))
        yield from ("temuannya tersisa" for satu in sama if satu.pesan == temuan.pesan)
    finally:
        jalur.write_bytes(semula)


def _isian_lain_berubah(lama: Any, baru: Any, jalur: Jalur) -> Iterator[str]:
    for satu in {*semua_jalur(lama), *semua_jalur(baru)}:
        if satu[: len(jalur) - 1] == jalur[:-1] and len(satu) >= len(jalur):
            continue  # isian yang dinasihati, atau saudaranya yang berganti nama
        kiri, kanan = isi_pada(lama, satu), isi_pada(baru, satu)
        if not isinstance(kiri, dict | list) and not sama_persis(kiri, kanan):
            yield f"{satu} berubah"


def ikuti(temuan: Temuan) -> Iterator[tuple[Path, Ikutan]]:
    jalur = Path(temuan.berkas)
    if not jalur.is_file() or jalur.is_symlink():
        return
    try:
        teks = jalur.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    dokumen = urai(teks.encode(), "a.yaml")
    letak = jalur_temuan(temuan, dokumen.data)
    if temuan.perbaikan.suntingan:
        baru, _ = terapkan_perbaikan(teks, [temuan.perbaikan])
        yield jalur, Ikutan("perbaikan yang dibawa", baru, letak)
    if letak:
        for satu in ikuti_petunjuk(temuan, teks, letak):
            yield jalur, satu


def keliru_di(folder: Path, banyak: Counter[str]) -> Iterator[str]:
    """Nasihat atas *folder* yang diikuti dan akibatnya keliru; yang diikuti dicacah dalam *banyak*."""
    semua, _ = validasi(PermintaanValidasi((str(folder),)))
    for temuan in semua:
        for jalur, ikutan in ikuti(temuan):
            banyak[temuan.kode] += 1
            for salah in salah_ikutan(ikutan, temuan, jalur, folder):
                yield f"{jalur}: {temuan.kode} {temuan.pesan}\n  {ikutan.nasihat}: {salah}"


def test_nasihat_pada_semua_kasus(tmp_path: Path) -> None:
    banyak: Counter[str] = Counter()
    keliru: list[str] = []
    for nomor, kasus in enumerate(semua_kasus()):
        if kasus.name.startswith("gagal_") and not (kasus / "siapkan.txt").exists():
            folder = shutil.copytree(kasus, tmp_path / str(nomor), symlinks=True)
            keliru += keliru_di(folder, banyak)
    assert not keliru, "\n".join(keliru)
    # Pola petunjuk yang tidak lagi mengenali kalimatnya tidak boleh diam.
    assert sum(banyak.values()) >= 120, banyak
    assert {"BRK003", "BRK014", "FKT401", "FKT402", "SKM102", "SKM104", "SKM105", "SKM108"} <= banyak.keys()


@pytest.mark.skipif(not LENGKAP, reason="hanya pada profil lengkap")
@pytest.mark.parametrize("contoh", ["kota-rusak", "kota-contoh", "kota-rapi"])
def test_nasihat_pada_data_contoh(contoh: str, tmp_path: Path) -> None:
    folder = shutil.copytree(CONTOH / contoh, tmp_path / contoh)
    keliru = list(keliru_di(folder, Counter()))
    assert not keliru, "\n".join(keliru)
