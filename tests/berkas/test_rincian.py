"""Nilai tunggal di tempat beberapa isian: petunjuknya bentuk yang ditulis, dengan nilai itu sendiri."""

from __future__ import annotations

import pytest
import ryaml

from indeksinovasi.berkas.baca import urai
from indeksinovasi.berkas.muat import muat_inovasi, muat_model, muat_spd, susun_kamus
from indeksinovasi.inti.model.daerah import Daerah
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.spd import Spd
from tests.daerah_uji import CATATAN as LENGKAP
from tests.daerah_uji import metode

CATATAN = "nama: Posyandu\nstatus: draf\n"
DAERAH = 'nama: Kota Uji\njenis: kota\nkode: "99.01"\n'


def _petunjuk(model: type[Inovasi] | type[Daerah], isi: str) -> str:
    awal = CATATAN if model is Inovasi else DAERAH
    _, masalah = muat_model(urai((awal + isi + "\n").encode(), "a.yaml"), model)
    (satu,) = masalah
    assert satu.kode == "SKM103"
    assert "peta" not in satu.pesan + satu.petunjuk
    return satu.petunjuk


@pytest.mark.parametrize(
    ("isi", "tulis"),
    [
        ("koordinat: -5,2, 110,6", "koordinat: {lintang: -5.2, bujur: 110.6}"),
        ("koordinat: -5.2, 110.6", "koordinat: {lintang: -5.2, bujur: 110.6}"),
        ("koordinat: -5.2,110.6", "koordinat: {lintang: -5.2, bujur: 110.6}"),
        ("koordinat: 110,6; -5,2", "koordinat: {lintang: -5.2, bujur: 110.6}"),
        ("koordinat: [-5.2, 110.6]", "koordinat: {lintang: -5.2, bujur: 110.6}"),
        ("waktu: 2023-01-31", "waktu: {penerapan: 2023-01-31}"),
        ("indikator: {regulasi: {parameter: 1, bukti: SK.pdf}}", "bukti: [{berkas: SK.pdf}]"),
        ("indikator: {regulasi: {parameter: 1, bukti: [SK.pdf]}}", "{berkas: SK.pdf}"),
        (
            "indikator: {regulasi: {parameter: 1, bukti: 'https://a.id/x'}}",
            'bukti: [{tautan: "https://a.id/x"}]',
        ),
        ("indikator: {regulasi: {parameter: 1, verifikasi: 2}}", "verifikasi: {parameter: 2}"),
        ("indikator: {sdm: 12 orang}", "sdm: {fakta: 12}"),
        ("indikator: {sdm: 12}", "sdm: {fakta: 12}"),
        ("indikator: {regulasi: perda}", "regulasi: {fakta: perda}"),
        ("urusan_lain: kesehatan", "urusan_lain: [kesehatan]"),
        ("urusan_lain: Kesehatan dan Sosial", "urusan_lain: [kesehatan, sosial]"),
        ("indikator: {regulasi: Perda}", "regulasi: {fakta: perda}"),
        ("indikator: {pengaduan: tidak ada}", "pengaduan: {fakta: tidak_ada}"),
        ("indikator: {sdm: 2 ribu}", "sdm: {fakta: 2000}"),
        ("indikator: {regulasi: 2}", "regulasi: {parameter: 2}"),
        (
            "indikator: {regulasi: {parameter: 1, bukti: drive.google.com/x}}",
            'bukti: [{tautan: "https://drive.google.com/x"}]',
        ),
    ],
)
def test_bentuk_dengan_nilai_yang_ditulis(isi: str, tulis: str) -> None:
    """Yang disarankan terbaca sebagai YAML, dan di tempatnya tidak lagi bergalat."""
    assert _petunjuk(Inovasi, isi) == f"Tulis {tulis}."
    ryaml.loads(tulis)
    if tulis.split(":")[0] == isi.split(":")[0]:
        inovasi, masalah = muat_model(urai((CATATAN + tulis + "\n").encode(), "a.yaml"), Inovasi)
        assert inovasi is not None, masalah


def test_bilangan_kecil_pada_baris_disebut_kedua_artinya() -> None:
    assert _petunjuk(Inovasi, "indikator: {sdm: 2}") == (
        "Tulis sdm: {parameter: 2} bila itu tingkatnya, atau sdm: {fakta: 2} bila itu faktanya."
    )


@pytest.mark.parametrize("isi", ["koordinat: di kantor", "koordinat: -5,2", "koordinat: 1, 2, 3"])
def test_koordinat_yang_tidak_terbaca_hanya_diberi_contoh(isi: str) -> None:
    assert _petunjuk(Inovasi, isi) == "Tulis koordinat: {lintang: -5.2, bujur: 110.6}, misalnya."


def test_berkas_daerah() -> None:
    assert _petunjuk(Daerah, "target_inovasi: 5") == (
        "Tulis menurut tahun mulai berlakunya, misalnya target_inovasi: {2024: 5}."
    )
    assert _petunjuk(Daerah, "perangkat_daerah: Dinkes") == (
        "Tulis kode dan namanya: perangkat_daerah: {dinas-kesehatan: Dinas Kesehatan}."
    )


@pytest.mark.parametrize("isi", ["klaster: tidak ada", "klaster: 3T", "klaster: papua dan pulau"])
def test_yang_bukan_pilihan_tidak_disuruh_menjadi_anggota(isi: str) -> None:
    assert _petunjuk(Daerah, isi) == (
        "Tulis pilihannya, misalnya klaster: [tertinggal]; hapus kuncinya bila tidak ada."
    )


@pytest.mark.parametrize("kunci", ["skor", "nilai", "spd"])
def test_sebutan_total_di_spd_tidak_dikirim_ke_berkas_lain(kunci: str) -> None:
    _, (satu,) = muat_model(urai(f"{kunci}: 55\n".encode(), "spd.yaml"), Spd)
    assert satu.petunjuk == 'Ganti dengan "total".'


def test_persen_bukan_poin_persen_penurunan() -> None:
    """Angka pengangguran 4,14% bukan penurunan 4,14 poin."""
    teks = "indikator: {pengangguran_progres: {fakta: 4.14%}}\n"
    (satu,) = muat_spd(urai(teks.encode(), "spd.yaml"), susun_kamus(metode(2026)))[1]
    assert satu.petunjuk.startswith('Yang diminta bilangan poin persen penurunan, yang tertulis "%"')


@pytest.mark.parametrize(
    ("baris", "petunjuk"),
    [
        (
            "tanggal_penerapan: 2023-01-01",
            'Ganti namanya dengan "penerapan". "penerapan" termasuk di dalam waktu; masukkan dua spasi '
            "lebih dalam.",
        ),
        (
            "lat: -7.2",
            'Ganti namanya dengan "lintang". "lintang" termasuk di dalam koordinat; masukkan dua spasi '
            "lebih dalam.",
        ),
        ("skor: 85", 'Ganti dengan "kematangan".'),
        ("link_video: x", 'Ganti dengan "video".'),
        (
            "catatan: x",
            '"catatan" termasuk di dalam verifikasi, yang diisi pemeriksa; catatan sendiri ditulis sesudah '
            "tanda #.",
        ),
    ],
)
def test_sebutan_di_tingkat_teratas(baris: str, petunjuk: str) -> None:
    """Isian yang dikenal dengan nama lain tidak disuruh hapus atau dikirim ke berkas lain."""
    _, (satu,) = muat_model(urai((CATATAN + baris + "\n").encode(), "a.yaml"), Inovasi)
    assert satu.petunjuk == petunjuk


@pytest.mark.parametrize("isi", ["waktu: [penerapan: 2023-01-01]", "indikator: {regulasi: [{parameter: 2}]}"])
def test_daftar_di_tempat_isian(isi: str) -> None:
    assert _petunjuk(Inovasi, isi).endswith("tanpa tanda hubung dan kurung siku.")


@pytest.mark.parametrize("kata", ["ada", "ya", "terlampir", "menyusul"])
def test_kata_tanpa_nama_berkas_tidak_disuruh_menjadi_bukti(kata: str) -> None:
    for isi in (kata, f"[{kata}]"):
        petunjuk = _petunjuk(Inovasi, f"indikator: {{regulasi: {{parameter: 1, bukti: {isi}}}}}")
        assert petunjuk.startswith("Sebut berkas atau tautannya: ")
        assert kata not in petunjuk.removeprefix("Sebut berkas atau tautannya: ").split()


@pytest.mark.parametrize("isi", ["kecepatan: 2 minggu", "kecepatan: 1 tahun", "regulasi: ya", "aktor: media"])
def test_baris_yang_artinya_tidak_pasti_tidak_ditebak(isi: str) -> None:
    kode = isi.split(":")[0]
    assert _petunjuk(Inovasi, f"indikator: {{{isi}}}") == (
        f"Tulis tingkatnya, misalnya {kode}: {{parameter: 1}}, atau faktanya; lihat `indeks jelaskan {kode}`."
    )


def test_skor_bukan_tingkat_dan_nilai_menurut_isinya() -> None:
    """Skor 3 regulasi adalah tingkat 1: menyuruh mengganti nama kuncinya menaikkan tingkatnya."""
    teks = "indikator: {regulasi: {skor: 3}, monev: {nilai: 3}, sdm: {nilai: 3}, jejaring: {nilai: 30}}\n"
    _, masalah = muat_model(urai((CATATAN + teks).encode(), "a.yaml"), Inovasi)
    assert [satu.petunjuk for satu in masalah] == [
        "Skor dihitung dari tingkatnya; tulis parameter: 0, 1, 2, atau 3.",
        'Ganti dengan "parameter".',
        'Pilih "parameter" atau "fakta", menurut yang sebenarnya.',
        'Ganti dengan "fakta".',
    ]


@pytest.mark.parametrize(
    ("baris", "petunjuk"),
    [
        ("{orang: 350}", "Tulis {basis: orang, nilai: ...}."),
        (
            "{basis: orang, nilai: 9, ukuran: KK}",
            "Isiannya hanya basis dan nilai: {basis: ..., nilai: ...}.",
        ),
        (
            "{basis: belanja, nilai: Rp 2,5 M}",
            'Apit seluruh nilainya dengan tanda petik: nilai: "Rp 2,5 M".',
        ),
    ],
)
def test_isi_kemanfaatan(baris: str, petunjuk: str) -> None:
    """Basis yang menjadi kunci tidak disuruh hapus; sisa nilai terpotong tidak disuruh tulis."""
    assert _fakta("kemanfaatan", baris) == [petunjuk]


@pytest.mark.parametrize(
    ("kode", "fakta", "petunjuk"),
    [
        ("bimtek", '{"2023": 1}', "Tulis kuncinya 2023, tanpa tanda petik."),
        ("anggaran", '["2023"]', "Tulis 2023, tanpa tanda petik."),
        ("anggaran", "'2022, 2023'", "Tulis [2022, 2023]."),
        ("anggaran", "2022", "Tulis [2022]."),
        ("anggaran", "2022-2024", "Tulis [2022, 2023, 2024]."),
        ("anggaran", "2022 s.d. 2024", "Tulis [2022, 2023, 2024]."),
        ("anggaran", "3 tahun", "Tulis daftar tahun, misalnya [2022, 2023]."),
        ("aktor", "'pemerintah, Dunia Usaha'", "Tulis [pemerintah, bisnis]."),
        ("aktor", "bisnis, media", 'Apit seluruh nilainya dengan tanda petik: fakta: "bisnis, media".'),
        ("aktor", "pentahelix", "Tulis daftar pilihan, misalnya [a, b]."),
    ],
)
def test_tahun_dan_daftar_dengan_isi_yang_ditulis(kode: str, fakta: str, petunjuk: str) -> None:
    assert _fakta(kode, fakta) == [petunjuk]


def test_tahun_di_luar_rentang_disebut_tahunnya_bukan_isinya() -> None:
    dokumen = urai((LENGKAP + "indikator: {bimtek: {fakta: {23: 1}}}\n").encode(), "a.yaml")
    (satu,) = muat_inovasi(dokumen, susun_kamus(metode(2024)))[1]
    assert satu.pesan == 'tahun "23" di luar rentang'


def _fakta(kode: str, fakta: str) -> list[str]:
    dokumen = urai((LENGKAP + f"indikator: {{{kode}: {{fakta: {fakta}}}}}\n").encode(), "a.yaml")
    return [satu.petunjuk for satu in muat_inovasi(dokumen, susun_kamus(metode(2024)))[1]]


@pytest.mark.parametrize("isi", ["[kesehatan, sosial]", "kesehatan, Sosial", "kesehatan / sosial"])
def test_urusan_utama_hanya_satu(isi: str) -> None:
    _, (satu,) = muat_model(urai((CATATAN + f"urusan: {isi}\n").encode(), "a.yaml"), Inovasi)
    assert satu.petunjuk == (
        'Pilih satu sebagai urusan utama, "kesehatan" atau "sosial"; selainnya ditulis di urusan_lain.'
    )


@pytest.mark.parametrize(
    ("entri", "petunjuk"),
    [
        (
            "verifikasi: {parameter: 1, status: ditolak}",
            '"status" milik tingkat teratas berkas, dan sudah tertulis di sana; di sini tidak dipakai.',
        ),
        ("tautan: x", '"tautan" termasuk di dalam bukti: tulis bukti: [{tautan: ...}].'),
        (
            "catatan: x",
            '"catatan" termasuk di dalam verifikasi, yang diisi pemeriksa; catatan sendiri ditulis sesudah '
            "tanda #.",
        ),
        ("regulasi 2", None),
    ],
)
def test_kunci_di_tempat_lain(entri: str, petunjuk: str | None) -> None:
    """Tidak menyuruh menggandakan kunci, dan tidak menyuruh menjorokkan ke wadah yang belum ada."""
    if petunjuk is None:
        teks, petunjuk = f"indikator: {{{entri}}}", "Tulis regulasi: 2, dengan titik dua dan satu spasi."
        dokumen = urai((LENGKAP + teks + "\n").encode(), "a.yaml")
        (satu,) = muat_inovasi(dokumen, susun_kamus(metode(2024)))[1]
    else:
        teks = f"indikator: {{regulasi: {{parameter: 2, {entri}}}}}"
        _, (satu,) = muat_model(urai((CATATAN + teks + "\n").encode(), "a.yaml"), Inovasi)
    assert (satu.kode, satu.petunjuk) == ("SKM102", petunjuk)


@pytest.mark.parametrize(
    ("isi", "petunjuk"),
    [
        ("waktu: {penerapan 2023-02-20}", "Tulis penerapan: 2023-02-20, dengan titik dua dan satu spasi."),
        ("waktu: {penerapan=2023-02-20}", "Tulis penerapan: 2023-02-20, dengan titik dua dan satu spasi."),
        ("waktu:{penerapan: 2023-02-20}", "Beri satu spasi sesudah waktu:."),
        (
            "waktu:\n  penerapan:2023-02-20",
            "Tulis penerapan: 2023-02-20, dengan satu spasi sesudah titik dua.",
        ),
    ],
)
def test_titik_dua_yang_kurang(isi: str, petunjuk: str) -> None:
    _, (satu,) = muat_model(urai((CATATAN + isi + "\n").encode(), "a.yaml"), Inovasi)
    assert satu.petunjuk == petunjuk
