"""Alat ukur: data tiruan tetap dan sah, dan putusannya mengikuti angka. Tidak ada waktu sungguhan di sini."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yamale
from yamale.schema import Schema

from indeksinovasi.alur.validasi import PermintaanValidasi, validasi
from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.metode import muat_tahun
from indeksinovasi.berkas.muat import Termuat, baca_daerah, baca_tahun, muat_inovasi, susun_kamus
from indeksinovasi.berkas.pindai import FolderDaerah, cari_daerah, pindai_tahun
from indeksinovasi.inti.hitung.nilai import nilai_daerah, susun_peraturan
from indeksinovasi.inti.model.inovasi import Inovasi
from tolok_ukur import jalankan, lantai
from tolok_ukur.buat_data import UKURAN, Rencana, bagi, buat
from tolok_ukur.catatan import TAHUN_TABEL
from tolok_ukur.laporan import angka, laporan
from tolok_ukur.sasaran import BATAS_JAGA, SASARAN, Putusan, jaga, putuskan, uraian_sasaran
from tolok_ukur.ukur import Catatan, HasilUkur, Perintah, python, ukur_semua

AKAR = Path(__file__).parents[2]
RENCANA = Rencana(inovasi=120, daerah=16)


def sidik(folder: Path) -> str:
    hasil = hashlib.sha256()
    for jalur in sorted(folder.rglob("*")):
        if jalur.is_file():
            hasil.update(jalur.relative_to(folder).as_posix().encode() + b"\0" + jalur.read_bytes() + b"\0")
    return hasil.hexdigest()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    buat(folder, RENCANA)
    return folder


def muat(folder: FolderDaerah, tahun: int) -> Termuat:
    daerah, temuan = baca_daerah(folder)
    assert temuan == ()
    kamus = susun_kamus(muat_tahun(tahun).metode)
    return baca_tahun(folder, pindai_tahun(folder, tahun), daerah, kamus)


def semua_inovasi(data: Path, tahun: int = TAHUN_TABEL) -> list[Inovasi]:
    termuat = [muat(folder, tahun) for folder in cari_daerah(data)]
    assert [temuan for satu in termuat for temuan in satu.temuan] == []
    rekaman = [satu.inovasi for isi in termuat for satu in isi.bahan.rekaman]
    assert all(rekaman)
    return [satu for satu in rekaman if satu]


@pytest.mark.parametrize("benih_hash", ["0", "1"])
def test_benih_sama_bita_sama(data: Path, tmp_path: Path, benih_hash: str) -> None:
    perintah = [
        sys.executable,
        "-m",
        "tolok_ukur.buat_data",
        str(tmp_path),
        "--inovasi",
        "120",
        "--daerah",
        "16",
    ]
    subprocess.run(perintah, cwd=AKAR, env={**os.environ, "PYTHONHASHSEED": benih_hash}, check=True)
    assert sidik(tmp_path) == sidik(data)


def test_benih_lain_data_lain(data: Path, tmp_path: Path) -> None:
    buat(tmp_path, Rencana(120, 16, benih=7))
    assert sidik(tmp_path) != sidik(data)


def test_semua_catatan_dan_spd_dimuat_tanpa_temuan(data: Path) -> None:
    assert len(semua_inovasi(data)) == 120
    assert len(list(cari_daerah(data))) == 16


@pytest.mark.parametrize("tahun", [2025, 2026])
def test_tahun_lain_juga_dimuat_tanpa_temuan(tmp_path: Path, tahun: int) -> None:
    buat(tmp_path, Rencana(20, 1, tahun=tahun))
    assert len(semua_inovasi(tmp_path, tahun)) == 20


def test_klaim_sama_dengan_tingkat_menurut_fakta(data: Path) -> None:
    termuat = muat_tahun(TAHUN_TABEL)
    peraturan = susun_peraturan(termuat.metode, termuat.sidik, termuat.metode)
    for folder in cari_daerah(data):
        hasil = nilai_daerah(muat(folder, TAHUN_TABEL).bahan, peraturan)
        for baris in (baris for satu in hasil.inovasi for baris in satu.baris):
            assert (baris.alasan, baris.tingkat[0]) == (None, baris.parameter), baris


def test_ukuran_catatan_sekitar_delapan_kilobita(data: Path) -> None:
    ukuran = [Path(jalur).stat().st_size for jalur in lantai.catatan(str(data))]
    assert len(ukuran) == 120
    assert sum(ukuran) / len(ukuran) == pytest.approx(8192, rel=0.05)
    assert min(ukuran) > 4000
    assert max(ukuran) < 12000


def test_bukti_sebagian_tautan_sebagian_berkas(data: Path) -> None:
    bukti = [
        satu
        for inovasi in semua_inovasi(data)
        for baris in inovasi.indikator.values()
        for satu in baris.bukti
    ]
    berkas = [satu for satu in bukti if satu.berkas]
    assert 0.05 < len(berkas) / len(bukti) < 0.3
    assert all(satu.tautan for satu in bukti if not satu.berkas)


def test_tanpa_porsi_temuan_semua_berkas_bukti_ada(tmp_path: Path) -> None:
    buat(tmp_path, Rencana(60, 1, porsi_temuan=0))
    (folder,) = cari_daerah(tmp_path)
    for rekaman in muat(folder, TAHUN_TABEL).bahan.rekaman:
        assert rekaman.inovasi
        for entri in rekaman.inovasi.indikator.values():
            assert entri.bukti
            for bukti in entri.bukti:
                assert (
                    bukti.berkas is None
                    or (tmp_path / rekaman.berkas).parent.joinpath(bukti.berkas).is_file()
                )
        assert len((rekaman.inovasi.rancang_bangun or "").split()) >= 300


def test_porsi_temuan_menambah_catatan_bercela(tmp_path: Path) -> None:
    buat(tmp_path, Rencana(60, 1, porsi_temuan=1))
    pendek = [len((satu.rancang_bangun or "").split()) < 300 for satu in semua_inovasi(tmp_path)]
    assert 3 <= sum(pendek) <= 25


def test_catatan_tipis_bertemuan_seperti_milik_daerah(tmp_path: Path) -> None:
    """Tujuh dari sepuluh catatan, satu sampai empat kekurangan; yang galat pun tetap dibaca."""
    buat(tmp_path, Rencana(120, 1).menjadi_tipis())
    temuan, ringkasan = validasi(PermintaanValidasi((str(tmp_path),)))
    menurut_berkas = Counter(satu.berkas for satu in temuan if "/2024/" in satu.berkas or satu.jalur)
    catatan = [Path(jalur).as_posix() for jalur in lantai.catatan(str(tmp_path))]
    bertemuan = [jalur for jalur in catatan if menurut_berkas[jalur]]
    assert 0.6 < len(bertemuan) / len(catatan) < 0.85
    assert max(menurut_berkas[jalur] for jalur in bertemuan) >= 3
    assert ringkasan.hitungan["galat"] > 20
    assert {"SKM102", "SKM104", "SKM105", "SKM108", "BKT301", "BKT302", "BKT308"} <= {
        satu.kode for satu in temuan
    }


def test_judul_inovasi_sedaerah_berbeda(data: Path) -> None:
    for folder in cari_daerah(data):
        nama = [satu.inovasi.nama for satu in muat(folder, TAHUN_TABEL).bahan.rekaman if satu.inovasi]
        assert len(set(nama)) == len(nama)


@pytest.mark.parametrize("rencana", UKURAN.values(), ids=UKURAN)
def test_pembagian_tepat_dan_tidak_merata(rencana: Rencana) -> None:
    bagian = bagi(rencana)
    assert (len(bagian), sum(bagian)) == (rencana.daerah, rencana.inovasi)
    assert min(bagian) >= 1
    assert rencana.daerah == 1 or max(bagian) > 2 * min(bagian)


def test_inovasi_lebih_sedikit_daripada_daerah_ditolak() -> None:
    with pytest.raises(ValueError, match="tidak cukup"):
        bagi(Rencana(3, 4))


@pytest.fixture(scope="module")
def skema_yamale() -> Schema:
    return yamale.make_schema(AKAR / "tolok_ukur" / "skema_yamale.yaml")


def test_skema_yamale_menerima_semua_catatan(data: Path, skema_yamale: Schema) -> None:
    for jalur in lantai.catatan(str(data)):
        yamale.validate(skema_yamale, yamale.make_data(jalur))


@pytest.mark.parametrize(
    ("asal", "ganti"),
    [
        ("status: ", "satus: "),
        ("tahapan: penerapan", "tahapan: terapan"),
        ("\nurusan: ", "\nurusan: x"),
        ("    parameter: ", "    parameter: 1"),
        ("basis: ", "basis: x"),
        ("lintang: -", "lintang: -99"),
        ("        tanggal: 20", "        tanggal: x20"),
        ("nama_inisiator: ", "nama_inisiator: 3 #"),
    ],
)
def test_skema_yamale_seketat_model(data: Path, skema_yamale: Schema, asal: str, ganti: str) -> None:
    teks = Path(next(lantai.catatan(str(data)))).read_text(encoding="utf-8")
    assert asal in teks
    rusak = teks.replace(asal, ganti)
    with pytest.raises(yamale.YamaleError):
        yamale.validate(skema_yamale, yamale.make_data(content=rusak))
    _, masalah = muat_inovasi(urai(rusak.encode(), "x.yaml"), susun_kamus(muat_tahun(TAHUN_TABEL).metode))
    assert masalah


def ukuran(**detik: float) -> dict[str, Catatan]:
    return {nama.replace("_", "-"): Catatan([satu]) for nama, satu in detik.items()}


def test_jaga_lolos_di_bawah_batas() -> None:
    putusan = jaga(ukuran(impor=0.2, lantai=0.3, nilai=0.9, validasi=1.2))
    assert [satu.tercapai for satu in putusan] == [True, True]
    assert putusan[0].terukur == pytest.approx(1.8)


def test_jaga_menolak_yang_melampaui() -> None:
    batas = BATAS_JAGA["nilai"]
    putusan = jaga(ukuran(impor=0.2, lantai=0.3, nilai=0.5 * batas + 0.01, validasi=0.6))
    assert [satu.tercapai for satu in putusan] == [False, True]


def test_jaga_tanpa_validasi_hanya_menilai_yang_ada() -> None:
    assert len(jaga(ukuran(impor=0.2, lantai=0.3, nilai=0.9))) == 1


def test_mode_jaga_keluar_satu_bila_terlampaui(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    detik = {"impor": 0.1, "lantai": 0.1, "nilai": 9.0, "validasi": 0.1}

    def palsu(perintah: list[Perintah], *_: object) -> HasilUkur:
        return HasilUkur({satu.nama: Catatan([detik[satu.nama]]) for satu in perintah})

    monkeypatch.setattr(jalankan, "JAGA", Rencana(2, 1))
    monkeypatch.setattr(jalankan, "ukur_semua", palsu)
    assert jalankan.main(["--jaga", "--data", str(tmp_path)]) == 1
    assert "belum" in capsys.readouterr().out
    detik["nilai"] = 0.3
    assert jalankan.main(["--jaga", "--data", str(tmp_path)]) == 0


def test_perintah_gagal_dibuang_dan_yang_lain_tetap_diukur() -> None:
    perintah = [Perintah("gagal", python("-c", "raise SystemExit(3)")), Perintah("jadi", python("-c", ""))]
    hasil = ukur_semua(perintah, 2, lambda _: None)
    assert list(hasil.catatan) == ["jadi"]
    assert len(hasil.catatan["jadi"].detik) == 2
    assert "kode 3" in hasil.gagal[0]


def test_data_setengah_jadi_tidak_dipakai_lagi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def putus(folder: Path, _: Rencana) -> None:
        (folder / "daerah.yaml").write_text("nama: separuh\n", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr(jalankan, "buat", putus)
    with pytest.raises(KeyboardInterrupt):
        jalankan.siapkan(tmp_path, Rencana(2, 1))
    monkeypatch.undo()
    data = jalankan.siapkan(tmp_path, Rencana(2, 1))
    assert len(list(lantai.catatan(str(data)))) == 2
    assert jalankan.siapkan(tmp_path, Rencana(2, 1)) == data


def test_putusan_memakai_median_putaran_berpasangan_dan_pertumbuhan() -> None:
    besar = {"nilai": Catatan([30.0, 31.0, 90.0], memori=300_000_000), "lantai": Catatan([10.0])}
    sedang = {
        "validasi": Catatan([2.0, 4.0, 9.0]),
        "lantai": Catatan([2.0, 2.0, 9.0]),
        "nilai": Catatan([1.0, 1.8, 9.0]),
        "check-jsonschema": Catatan([24.0, 52.0]),
    }
    kecil = ukuran(nilai=3.0, impor=1.0, lantai=1.0)
    semua = {"sedang": sedang, "besar": besar, "sedang tipis": sedang, "kecil tipis": kecil}
    putusan = {satu.uraian: satu for satu in putuskan(semua)}
    assert putusan["sedang: nilai / lantai"].terukur == pytest.approx(0.9)
    assert putusan["sedang: nilai / lantai"].tercapai is True
    assert putusan["sedang tipis: validasi / lantai"].terukur == pytest.approx(1.0)
    assert putusan["sedang: check-jsonschema / validasi"].terukur == pytest.approx(12.5)
    assert putusan["sedang: yamale / validasi"].tercapai is None
    assert putusan["kecil tipis: nilai / (impor + lantai)"].terukur == pytest.approx(1.5)
    assert putusan["kecil: nilai / (impor + lantai)"].tercapai is None
    assert putusan["besar: memori puncak nilai"].terukur == pytest.approx(300)
    assert putusan["besar tipis: memori puncak validasi"].tercapai is None
    tumbuh = putusan["nilai: waktu per catatan besar / sedang"]
    assert tumbuh.terukur == pytest.approx(31 / 36_742 / (1.8 / 5_000))


def test_laporan_memuat_semua_sasaran_dan_angka_berkoma() -> None:
    hasil = {"sedang": ukuran(nilai=4.0, lantai=2.0), "sedang tipis": ukuran(nilai=5.0, lantai=2.0)}
    putusan = [*putuskan(hasil), Putusan("tambahan", 1234.5, "≤", 2000, "MB")]
    teks = laporan(hasil, putusan, ["satu keterangan"], "make tolok-ukur")
    assert all(uraian_sasaran(satu) in teks for satu in SASARAN)
    assert "2,00" in teks
    assert [baris.split("|")[2].strip() for baris in teks.splitlines() if baris.startswith("| nilai  ")] == [
        "bersih",
        "tipis",
    ]
    assert "- satu keterangan" in teks
    assert angka(1234.5) == "1.234,50"
    lebar = {
        len(baris) for baris in teks.splitlines() if baris.startswith("| sasaran") or "tambahan" in baris
    }
    assert len(lebar) == 1
