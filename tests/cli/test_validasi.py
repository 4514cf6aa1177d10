"""Kasus guna ``validasi``: jalur, lingkup, pilihan kode, urutan, dan kesepakatannya dengan ``nilai``."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.nilai import Permintaan, nilai_satu, rencanakan
from indeksinovasi.alur.validasi import (
    PermintaanValidasi,
    Ringkasan,
    isi_berkas,
    jalankan_validasi,
    rencanakan_validasi,
    validasi,
)
from indeksinovasi.alur.validasi_daerah import validasi_satu
from indeksinovasi.berkas.batas import BATAS_TEMUAN, MASIH_ADA
from indeksinovasi.berkas.bukti import PelihatBukti, jenis_isi, kelompok_kembar
from indeksinovasi.berkas.metode import tahun_tersedia
from indeksinovasi.berkas.pindai import cari_daerah
from indeksinovasi.inti.model.temuan import Temuan
from tests.daerah_uji import CONTOH, inovasi, tulis, tulis_daerah
from tests.kasus_temuan import semua_kasus, siapkan

RUSAK = CONTOH / "kota-rusak"


def temuan(
    *jalur: Path | str, pilih: tuple[str, ...] = (), abaikan: tuple[str, ...] = ()
) -> tuple[Temuan, ...]:
    return validasi(PermintaanValidasi(tuple(map(str, jalur)), pilih, abaikan))[0]


def ringkasan(*jalur: Path | str, pilih: tuple[str, ...] = ()) -> Ringkasan:
    return validasi(PermintaanValidasi(tuple(map(str, jalur)), pilih))[1]


def kode(semua: tuple[Temuan, ...]) -> list[str]:
    return [satu.kode for satu in semua]


@pytest.fixture
def kota(tmp_path: Path) -> Path:
    """Kota dengan dua tahun; satu catatan 2024 salah pilihan, OPD-nya tidak terdaftar."""
    salah = inovasi(2024, tahapan="uji")
    tulis_daerah(tmp_path / "data" / "kota", 2024, {"dinsos/sapa": salah, "dinkes/posyandu": inovasi(2024)})
    return tulis_daerah(tmp_path / "data" / "kota", 2023, {"dinkes/antar-obat": inovasi(2023)})


# Jalur pada temuan


@pytest.mark.parametrize(
    ("dari", "jalur", "berkas"),
    [
        (".", "data", "data/kota/2024/dinsos/sapa.yaml"),
        (".", "data/kota", "data/kota/2024/dinsos/sapa.yaml"),
        (".", "./data/kota/", "data/kota/2024/dinsos/sapa.yaml"),
        (".", "data/kota/2024", "data/kota/2024/dinsos/sapa.yaml"),
        (".", "data/kota/2024/dinsos", "data/kota/2024/dinsos/sapa.yaml"),
        (".", "data/kota/2024/dinsos/sapa.yaml", "data/kota/2024/dinsos/sapa.yaml"),
        ("data/kota", ".", "2024/dinsos/sapa.yaml"),
        ("data/kota", "2024", "2024/dinsos/sapa.yaml"),
        ("data/kota/2024", ".", "dinsos/sapa.yaml"),
        ("data/kota/2024", "dinsos", "dinsos/sapa.yaml"),
        ("data/kota/2024/dinsos", ".", "sapa.yaml"),
        ("data/kota/2024/dinsos", "sapa.yaml", "sapa.yaml"),
        ("data/kota/2024/dinkes", "../dinsos", "../dinsos/sapa.yaml"),
        ("data/kota/2023", "../2024", "../2024/dinsos/sapa.yaml"),
    ],
)
def test_jalur_temuan_bersambung_dengan_tulisan_pengguna(
    kota: Path, dari: str, jalur: str, berkas: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(kota.parents[1] / dari)
    salah = {satu.berkas for satu in temuan(jalur) if satu.kode == "SKM104"}
    assert salah == {berkas}
    assert isi_berkas(berkas) == (kota / "2024/dinsos/sapa.yaml").read_text(encoding="utf-8")


def test_jalur_mutlak_tetap_mutlak(kota: Path) -> None:
    assert {satu.berkas for satu in temuan(kota) if satu.kode == "SKM104"} == {
        (kota / "2024/dinsos/sapa.yaml").as_posix()
    }


def test_daerah_yaml_disebut_dari_folder_di_bawahnya(kota: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tulis(
        kota / "daerah.yaml",
        "nama: Kota Uji\njenis: kota\nkode: '99.71'\nperangkat_daerah: {bpbd: BPBD}\n",
    )
    monkeypatch.chdir(kota / "2024")
    (satu,) = [satu for satu in temuan(".") if satu.kode == "LTS505"]
    assert (satu.berkas, satu.baris, satu.kolom) == ("../daerah.yaml", 4, 20)


# Lingkup


def test_satu_berkas_dan_satu_opd_hanya_melihat_bagiannya(kota: Path) -> None:
    assert set(kode(temuan(kota / "2024/dinsos/sapa.yaml"))) == {"KLY204", "KLY205", "SKM104", "LTS501"}
    assert set(kode(temuan(kota / "2024/dinsos"))) == {"KLY204", "KLY205", "SKM104", "LTS501"}
    assert "SKM104" not in kode(temuan(kota / "2024/dinkes"))
    assert "SKM104" not in kode(temuan(kota / "2023"))


def test_lingkup_sempit_menyebut_yang_tidak_dijalankan(kota: Path) -> None:
    assert not ringkasan(kota).tidak_dijalankan
    assert not ringkasan(kota / "2024").tidak_dijalankan
    for sempit in ("2024/dinkes", "2024/dinkes/posyandu.yaml"):
        (catatan,) = ringkasan(kota / sempit).tidak_dijalankan
        assert "2024" in catatan
    assert not ringkasan(kota / "2024/dinkes", pilih=("SKM",)).tidak_dijalankan


def test_beberapa_jalur_satu_daerah_digabung(kota: Path) -> None:
    berkas = [kota / "2024/dinsos/sapa.yaml", kota / "2024/dinkes/posyandu.yaml"]
    hasil = ringkasan(*berkas, *berkas)
    assert (hasil.daerah, hasil.berkas) == (1, 2)
    assert ringkasan(kota, *berkas).berkas == ringkasan(kota).berkas
    assert temuan(kota, *berkas) == temuan(kota)


def test_tahun_tanpa_metode_tetap_diperiksa_bentuknya(tmp_path: Path) -> None:
    catatan = {"dinkes/a": inovasi(2024, tahapan="uji"), "dinkes/b": inovasi(2018, tematik="Apa saja")}
    data = tulis_daerah(tmp_path, 2019, catatan)
    assert "SKM104" in kode(temuan(data))
    assert not {"KLY203", "LTS506"} & set(kode(temuan(data)))
    (satu,) = ringkasan(data).tidak_dijalankan
    assert "2019" in satu


def test_daerah_yaml_rusak_menyebut_yang_tidak_dijalankan(tmp_path: Path) -> None:
    data = tulis_daerah(tmp_path, 2024, {"dinkes/a": inovasi(2024)}, daerah="nama: [\n")
    assert "BRK003" in kode(temuan(data))
    assert "LTS501" not in kode(temuan(data))
    assert any("daerah.yaml" in satu for satu in ringkasan(data).tidak_dijalankan)


def test_berkas_yang_ditunjuk_tetapi_tidak_dibaca_adalah_temuan(kota: Path) -> None:
    for nama in ("2024/dinkes/a/b/dalam.yaml", "2024/dinkes/a/dalam.yaml", "2024/lepas.yaml"):
        assert kode(temuan(tulis(kota / nama, inovasi(2024)))) == ["BRK013"]
    assert kode(temuan(tulis(kota / "2024/dinkes/lama.yml", inovasi(2024)))) == ["BRK011"]


@pytest.mark.parametrize("isi", ["daerah.yaml", "hasil_resmi.yaml", "2024/spd.yaml"])
def test_berkas_tingkat_daerah_dapat_ditunjuk_sendiri(kota: Path, isi: str) -> None:
    tulis(kota / isi, "kunci_asing: 1\n")
    semua = temuan(kota / isi)
    assert "SKM102" in kode(semua)
    assert {satu.berkas for satu in semua} == {(kota / isi).as_posix()}


@pytest.mark.parametrize(
    "jalur", ["tidak-ada", "kosong", "lepas.yaml", "kota/catatan.md", "kota/2024/dinkes/bukti/x.yaml"]
)
def test_jalur_tanpa_data_adalah_kesalahan_pemakaian(tmp_path: Path, jalur: str) -> None:
    tulis_daerah(tmp_path / "kota", 2024, {"dinkes/a": inovasi(2024)})
    tulis(tmp_path / "kota/catatan.md", "x\n")
    tulis(tmp_path / "kota/2024/dinkes/bukti/x.yaml", "x: 1\n")
    tulis(tmp_path / "lepas.yaml", "x: 1\n")
    (tmp_path / "kosong").mkdir()
    with pytest.raises(GalatPemakaian) as galat:
        temuan(tmp_path / jalur)
    assert galat.value.petunjuk


def test_daerah_tanpa_catatan_tetap_diperiksa(tmp_path: Path) -> None:
    tulis(tmp_path / "daerah.yaml", "nama: Kota Uji\njenis: kota\nkode: 99.71\n")
    assert kode(temuan(tmp_path)) == ["SKM110"]


# Pilihan kode, urutan, dan putusan


def test_pilih_dan_abaikan_menurut_awalan() -> None:
    semua = set(kode(temuan(RUSAK)))
    assert {satu[:3] for satu in kode(temuan(RUSAK, pilih=("SKM", "brk")))} == {"BRK", "SKM"}
    assert set(kode(temuan(RUSAK, abaikan=("SKM", "LTS50")))) == {
        satu for satu in semua if not satu.startswith(("SKM", "LTS50"))
    }
    assert set(kode(temuan(RUSAK, pilih=("FKT",), abaikan=("FKT401",)))) == {
        satu for satu in semua if satu.startswith("FKT") and satu != "FKT401"
    }


@pytest.mark.parametrize("salah", ["XYZ", "SKR", "KTN701", "", "BKT9"])
def test_kode_tak_dikenal_adalah_kesalahan_pemakaian(salah: str) -> None:
    with pytest.raises(GalatPemakaian):
        temuan(RUSAK, pilih=(salah,))
    with pytest.raises(GalatPemakaian):
        temuan(RUSAK, abaikan=(salah,))


def test_temuan_terurut_dan_sekali_saja() -> None:
    for folder in (RUSAK, CONTOH / "kota-contoh"):
        semua = temuan(folder)
        assert list(semua) == sorted(set(semua))


def test_masalah_yang_terlalu_banyak_dipotong_dengan_pemberitahuan(tmp_path: Path) -> None:
    banyak = BATAS_TEMUAN + 50
    isi = {
        "salah": f"urusan_lain: [{'x, ' * banyak}]\n",
        "asing": "indikator:\n" + "".join(f"  baris{nomor}: {{parameter: 1}}\n" for nomor in range(banyak)),
        "ganda": "tujuan: x\n" * banyak,
    }
    data = tulis_daerah(tmp_path, 2024, {f"dinkes/{nama}": satu for nama, satu in isi.items()})
    for nama in isi:
        semua = temuan(data / f"2024/dinkes/{nama}.yaml", pilih=("BRK", "SKM"))
        assert len(semua) == BATAS_TEMUAN + 1
        assert sum((satu.pesan, satu.petunjuk) == MASIH_ADA for satu in semua) == 1


def test_putusan_ketat() -> None:
    assert ringkasan(RUSAK).gagal(ketat=False)
    peringatan = ringkasan(RUSAK, pilih=("BKT301",))
    assert not peringatan.gagal(ketat=False)
    assert peringatan.gagal(ketat=True)
    saran = ringkasan(RUSAK, pilih=("KLY208",))
    assert saran.hitungan["saran"] == 1
    assert not saran.gagal(ketat=True)


# Banyak daerah


def test_satu_dan_banyak_proses_sama(monkeypatch: pytest.MonkeyPatch) -> None:
    hasil = []
    for banyak in ("1", "2"):
        monkeypatch.setenv("INDEKS_PROSES", banyak)
        hasil.append(tuple(jalankan_validasi(rencanakan_validasi(PermintaanValidasi((str(CONTOH),))))))
    assert hasil[0] == hasil[1]


def test_daerah_dikerjakan_satu_demi_satu_dan_dapat_dikirim() -> None:
    kerja = rencanakan_validasi(PermintaanValidasi((str(CONTOH),)))
    aliran = jalankan_validasi(kerja)
    assert isinstance(aliran, Iterator)
    folder, rencana = pickle.loads(pickle.dumps((kerja.daerah[0], kerja.rencana)))
    assert pickle.loads(pickle.dumps(validasi_satu(folder, rencana))) == next(aliran)


def test_folder_yang_hilang_di_tengah_jalan_adalah_temuan(kota: Path) -> None:
    kerja = rencanakan_validasi(PermintaanValidasi((str(kota),)))
    shutil.rmtree(kota / "2024")
    (hasil,) = jalankan_validasi(kerja)
    assert [(satu.kode, satu.berkas) for satu in hasil.temuan if satu.tingkat == "galat"] == [
        ("BRK001", (kota / "2024").as_posix())
    ]
    shutil.rmtree(kota)
    (hasil,) = jalankan_validasi(kerja)
    assert {satu.kode for satu in hasil.temuan} == {"BRK001"}


# Data contoh dan kesepakatan dengan nilai


def test_hanya_kota_rusak_yang_bergalat() -> None:
    galat = {satu.berkas for satu in temuan(CONTOH) if satu.tingkat == "galat"}
    assert galat
    assert all("/kota-rusak/" in satu for satu in galat)
    assert {satu[:3] for satu in kode(temuan(RUSAK))} == {"BRK", "SKM", "KLY", "BKT", "FKT", "LTS"}


def test_kota_rapi_lolos_pemeriksaan_ketat() -> None:
    assert not ringkasan(CONTOH / "kota-rapi").gagal(ketat=True)


def penentu(temuan: Temuan) -> bool:
    """Galat yang meninggalkan seluruh catatan: berkas, atau isian yang menentukan kedudukannya."""
    if temuan.kode == "SKM102":
        return temuan.petunjuk in {
            f'Ganti dengan "{satu}".' for satu in ("nama", "status", "tahapan", "indikator")
        }
    tempat = ("", "nama", "status", "tahapan", "waktu", "waktu.penerapan", "indikator")
    return temuan.kode.startswith("BRK") or temuan.jalur in tempat


@pytest.mark.parametrize(
    "kasus",
    [*semua_kasus(), *(satu.jalur for satu in cari_daerah(CONTOH))],
    ids=lambda satu: f"{satu.parent.name}-{satu.name}",
)
def test_sepakat_dengan_nilai(kasus: Path, tmp_path: Path) -> None:
    """Berkas tanpa galat BRK atau galat pada isian penentu dinilai; yang ditinggalkan beralasan galatnya."""
    data = siapkan(kasus, tmp_path)
    hasil, _ = validasi(PermintaanValidasi((str(data),), pilih=("BRK", "SKM")))
    bergalat = {satu.berkas: satu.kode for satu in reversed(hasil) if satu.tingkat == "galat"}
    menentukan = {
        satu.berkas: satu.kode for satu in reversed(hasil) if satu.tingkat == "galat" and penentu(satu)
    }
    for folder in cari_daerah(data, data.as_posix()):
        for tahun in sorted(set(folder.tahun) & set(tahun_tersedia())):
            try:
                kerja = rencanakan(Permintaan(folder.jalur, tahun))
            except GalatPemakaian:
                continue
            for satu in nilai_satu(kerja.daerah[0], kerja)[0].inovasi:
                berkas = f"{folder.jalur.as_posix()}/{satu.berkas}"
                assert (satu.golongan == "tak_terbaca") == (berkas in menentukan), berkas
                if satu.golongan == "tak_terbaca":
                    assert berkas in bergalat
                    assert (satu.alasan or "").startswith(menentukan[berkas])


# Keterangan bukti


@pytest.mark.parametrize(
    ("awal", "jenis"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00", "png"),
        (b"\xff\xd8\xff\xe1", "jpg"),
        (b"\x00\x00\x00\x20ftypisom", "mp4"),
        (b"\x00\x00\x00\x14ftypqt  ", "mov"),
        (b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat", "mov"),
        (b"\x00\x00\x00\x18ftypheic", None),
        (b"PK\x03\x04", None),
        (b"\x89PNG\n\x1a\n", None),
        (b"", None),
    ],
)
def test_jenis_menurut_isi(awal: bytes, jenis: str | None) -> None:
    assert jenis_isi(awal) == jenis


def test_berkas_bukti_yang_aneh_tidak_pernah_melempar(tmp_path: Path) -> None:
    (tmp_path / "2024" / "dinkes").mkdir(parents=True)
    pelihat = PelihatBukti(tmp_path)
    keadaan = {
        "a\0b.pdf": "tidak_ada",
        "x" * 5000: "tidak_ada",
        "berkas/tidak/ada.pdf": "tidak_ada",
        ".": "bukan_berkas",
        "../..": "bukan_berkas",
        "../../..": "di_luar",
        "bukti/../../../../x": "di_luar",
        "//server/bagi/x.pdf": "di_luar",
        "c:x.pdf": "di_luar",
        "\\\\server\\bagi\\x.pdf": "di_luar",
        "bukti/.././../x.pdf": "tidak_ada",
        "bukti//x.pdf": "tidak_ada",
        "bukti\\x.pdf": "garis_terbalik",
    }
    assert {satu: pelihat.lihat("2024/dinkes", satu).keterangan.keadaan for satu in keadaan} == keadaan


def test_kelompok_kembar_menyidik_hanya_yang_seukuran(tmp_path: Path) -> None:
    isi = {"a": b"satu", "b": b"satu", "c": b"dua!", "d": b"lain sekali", "kosong": b"", "nol": b""}
    berkas = []
    for nama, bita in isi.items():
        jalur = tmp_path / nama
        jalur.write_bytes(bita)
        berkas.append((nama, str(jalur), len(bita)))
    berkas.append(("a-lagi", str(tmp_path / "a"), 4))
    berkas.append(("hilang", str(tmp_path / "hilang"), 11))
    assert kelompok_kembar(berkas, 1000) == (("a", "a-lagi", "b"),)
    assert kelompok_kembar(berkas, 3) == ()
