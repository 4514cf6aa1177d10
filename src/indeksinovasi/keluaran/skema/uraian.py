"""Judul dan uraian setiap kunci berkas daerah, untuk skema; batasannya milik model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from indeksinovasi.inti.model.daerah import Daerah, HasilResmi, HasilTerbit
from indeksinovasi.inti.model.dasar import Model
from indeksinovasi.inti.model.inovasi import Bukti, Entri, Inovasi, Koordinat, Verifikasi, Waktu
from indeksinovasi.inti.model.spd import Spd

Json = dict[str, Any]


class Uraian(NamedTuple):
    """Judul dan uraian Markdown sebuah kunci.

    ``contoh``: nilai contoh. ``potongan``: isi siap pakai (``defaultSnippets``). ``pesan_pola``: pesan bila
    polanya tidak cocok.
    """

    judul: str
    isi: str
    contoh: tuple[Any, ...] = ()
    potongan: Any = None
    pesan_pola: str = ""


def tanpa_markdown(markdown: str) -> str:
    """Teks tanpa tanda Markdown, untuk alat yang hanya membaca ``description``."""
    return markdown.replace("`", "").replace("**", "")


def beri(skema: Json, uraian: Uraian) -> Json:
    """*skema* yang didahului judul dan uraiannya."""
    hasil: Json = {
        "title": uraian.judul,
        "description": tanpa_markdown(uraian.isi),
        "markdownDescription": uraian.isi,
        **skema,
    }
    if uraian.contoh:
        hasil["examples"] = list(uraian.contoh)
    if uraian.potongan is not None:
        hasil["defaultSnippets"] = potongan(uraian.judul, uraian.potongan)
    if uraian.pesan_pola:
        hasil["patternErrorMessage"] = uraian.pesan_pola
    return hasil


def potongan(judul: str, isi: Any) -> list[Json]:
    """Satu potongan siap isi; ``${1:…}`` menjadi tempat kursor."""
    return [{"label": f"isi {judul.lower()}", "body": isi}]


def isian_bukti(awal: int) -> Json:
    """Isi satu bukti; tempat kursor bernomor mulai *awal*."""
    isi = {
        "berkas": "bukti/nama-berkas.pdf",
        "nomor": "nomor naskah",
        "tanggal": "TTTT-BB-HH",
        "tentang": "hal naskah",
    }
    return {kunci: f"${{{nomor}:{teks}}}" for nomor, (kunci, teks) in enumerate(isi.items(), awal)}


POTONGAN: Mapping[type[Model], tuple[str, Json]] = {
    Inovasi: (
        "inovasi baru",
        {
            "nama": "${1:Nama inovasi}",
            "status": "${2|draf,terkirim,diterima,ditolak|}",
            "tahapan": "${3|penerapan,uji_coba,inisiatif|}",
            "inisiator": "${4|opd,kepala_daerah,dprd,asn,masyarakat|}",
            "jenis": "${5|digital,non_digital,teknologi|}",
            "bentuk": "${6|pelayanan_publik,tata_kelola,lainnya|}",
            "urusan": "${7:kode urusan}",
            "waktu": {"penerapan": "${8:TTTT-BB-HH}"},
        },
    ),
    Bukti: ("bukti", isian_bukti(1)),
    Verifikasi: (
        "verifikasi",
        {
            "parameter": "${1|0,1,2,3|}",
            "catatan": "${2:alasan}",
            "oleh": "${3:nama tim}",
            "tanggal": "${4:TTTT-BB-HH}",
        },
    ),
    Daerah: (
        "daerah baru",
        {"nama": "${1:Kota Contoh}", "jenis": "${2|kota,kabupaten,provinsi|}", "kode": '"${3:99.71}"'},
    ),
    HasilTerbit: (
        "hasil terbit",
        {
            "tahun": "${1:2024}",
            "jenis": "${2|mandiri,sementara,final,tidak_diketahui|}",
            "skor": "${3:0.00}",
            "sumber": "${4:naskah atau alamat}",
        },
    ),
}
"""Potongan siap isi sebuah model: namanya dan isinya."""

URAIAN_DATA: Mapping[type[Model], Mapping[str, Uraian]] = {
    Inovasi: {
        "nama": Uraian("Nama inovasi", "Judul inovasi seperti pada aplikasi resmi."),
        "status": Uraian("Status", "Kedudukan inovasi pada penilaian; menentukan siapa yang dihitung."),
        "tahapan": Uraian("Tahapan", "Sejauh mana inovasi berjalan."),
        "inisiator": Uraian("Inisiator", "Pihak yang mengusulkan inovasi."),
        "nama_inisiator": Uraian("Nama inisiator", "Nama orang atau unit pengusul."),
        "jenis": Uraian("Jenis inovasi", "Digital, nondigital, atau teknologi."),
        "bentuk": Uraian("Bentuk inovasi", "Bentuk menurut PP 38/2017."),
        "urusan": Uraian(
            "Urusan utama",
            "Kode urusan pemerintahan utama (UU 23/2014). Hanya urusan utama yang mengisi urusan wajib.",
        ),
        "urusan_lain": Uraian("Urusan lain", "Kode urusan lain yang beririsan; tidak mengisi urusan wajib."),
        "tematik": Uraian("Tematik", "Tema tahun pengukuran, teks bebas."),
        "pkpn": Uraian("PKPN", "Program atau kegiatan prioritas nasional yang didukung, teks bebas."),
        "asta_cita": Uraian("Asta Cita", "Nomor Asta Cita yang didukung, 1 sampai 8."),
        "koordinat": Uraian("Koordinat", "Letak penerapan dalam derajat desimal (WGS 84)."),
        "video": Uraian("Video", "Alamat video inovasi, dari ekspor resmi."),
        "tanggal_input": Uraian("Tanggal input", "Tanggal masuk aplikasi resmi, YYYY-MM-DD."),
        "waktu": Uraian(
            "Waktu", "Tanggal uji coba, penerapan, dan pengembangan. Tanggal ditulis YYYY-MM-DD."
        ),
        "rancang_bangun": Uraian(
            "Rancang bangun",
            "Uraian inovasi: dasar hukum, permasalahan, isu strategis, metode pembaharuan, keunggulan, dan "
            "cara kerja. Tulis setelah `|` supaya baris baru dipertahankan.",
        ),
        "tujuan": Uraian("Tujuan", "Tujuan inovasi."),
        "manfaat": Uraian("Manfaat", "Manfaat inovasi bagi penerimanya."),
        "hasil": Uraian("Hasil", "Hasil yang sudah tercapai, sebaiknya dengan angka."),
        "pengembangan_dari": Uraian(
            "Pengembangan dari",
            "Catatan tahun sebelumnya yang dikembangkan: `<tahun>/<opd>/<nama berkas tanpa .yaml>`.",
            ("2022/dinas-kesehatan/posyandu",),
            pesan_pola="Tulis <tahun>/<opd>/<nama berkas tanpa .yaml>.",
        ),
        "indikator": Uraian(
            "Indikator",
            "Baris indikator Satuan Inovasi Daerah. Kuncinya sama untuk semua tahun.",
        ),
        "kematangan": Uraian(
            "Kematangan siap pakai",
            "Nilai kematangan dari ekspor resmi, dalam poin tahun pengukurannya. Bila tabel tahun itu "
            "lengkap dan baris indikator diisi, jumlah baris yang dihitung.",
        ),
    },
    Waktu: {
        "uji_coba": Uraian("Tanggal uji coba", "Awal uji coba, YYYY-MM-DD."),
        "penerapan": Uraian(
            "Tanggal penerapan", "Awal penerapan, YYYY-MM-DD. Wajib bila tahapan `penerapan`."
        ),
        "pengembangan": Uraian("Tanggal pengembangan", "Pengembangan terakhir, YYYY-MM-DD."),
    },
    Koordinat: {
        "lintang": Uraian("Lintang", "Derajat desimal, -90 sampai 90; selatan negatif. Pakai titik desimal."),
        "bujur": Uraian("Bujur", "Derajat desimal, -180 sampai 180. Pakai titik desimal."),
    },
    Entri: {
        "parameter": Uraian("Tingkat yang diklaim", "Tingkat 0 sampai 3 menurut pedoman tahun pengukuran."),
        "fakta": Uraian("Fakta", "Fakta terukur yang menentukan tingkat."),
        "bukti": Uraian(
            "Bukti",
            "Daftar bukti. Baris dihitung pada dasar `berbukti` bila sekurangnya satu bukti punya `berkas` "
            "atau `tautan`.",
        ),
        "verifikasi": Uraian("Verifikasi", "Tingkat menurut pemeriksa; dihitung pada dasar `terverifikasi`."),
    },
    Bukti: {
        "berkas": Uraian(
            "Berkas bukti", "Jalur berkas, relatif terhadap berkas inovasi ini: `bukti/sk.pdf`."
        ),
        "tautan": Uraian("Tautan bukti", "Alamat `https://…`. Tautan tidak pernah dibuka oleh program."),
        "nomor": Uraian("Nomor naskah", "Nomor surat atau keputusan."),
        "tanggal": Uraian("Tanggal naskah", "Tanggal naskah ditetapkan, YYYY-MM-DD."),
        "tentang": Uraian("Tentang", "Hal atau judul naskah."),
    },
    Verifikasi: {
        "parameter": Uraian("Tingkat terverifikasi", "Tingkat 0 sampai 3 menurut pemeriksa."),
        "catatan": Uraian("Catatan pemeriksa", "Alasan bila berbeda dari klaim."),
        "oleh": Uraian("Pemeriksa", "Nama tim atau orang yang memeriksa."),
        "tanggal": Uraian("Tanggal pemeriksaan", "YYYY-MM-DD."),
        "sidik": Uraian(
            "Sidik",
            "Ditulis `indeks verifikasi`: mengikat persetujuan pada klaim, fakta, dan isi berkas buktinya.",
            pesan_pola="Sidik ditulis oleh `indeks verifikasi`; hapus bila tidak diperlukan.",
        ),
    },
    Spd: {
        "indikator": Uraian("Indikator SPD", "Baris indikator Satuan Pemerintah Daerah."),
        "total": Uraian(
            "Skor SPD jadi",
            "Skor SPD dalam poin, untuk tahun yang tabel SPD-nya tidak terbit. Pakai titik desimal.",
        ),
        "maksimum": Uraian("Skor SPD tertinggi", "Dalam poin, untuk tahun yang tidak menerbitkannya (2021)."),
    },
    Daerah: {
        "nama": Uraian("Nama daerah", "Nama lengkap dengan jenisnya.", ("Kota Contoh",)),
        "jenis": Uraian("Jenis daerah", "Provinsi, kabupaten, atau kota."),
        "kode": Uraian(
            "Kode wilayah",
            'Kode wilayah Kemendagri, selalu dalam tanda petik: `"32"` provinsi, `"32.10"` kabupaten atau '
            "kota. Tanpa tanda petik 32.10 terbaca 32.1.",
            pesan_pola='Tulis dua angka, atau dua angka titik dua angka, dalam tanda petik: "32.10".',
        ),
        "klaster": Uraian("Klaster", "Klaster khusus; daftar kosong bila tidak ada."),
        "perangkat_daerah": Uraian(
            "Perangkat daerah",
            "Kode dan nama setiap perangkat daerah. Kodenya menjadi nama folder: huruf kecil, angka, dan "
            "tanda hubung.",
            potongan={"${1:dinas-kesehatan}": "${2:Dinas Kesehatan}"},
        ),
        "target_inovasi": Uraian(
            "Target inovasi",
            "Target banyaknya inovasi tiap perangkat daerah, menurut tahun mulai berlaku: "
            "`{2023: 1, 2025: 5}`. Yang terbaru sampai tahun pengukuran yang dipakai.",
        ),
    },
    HasilResmi: {
        "hasil": Uraian(
            "Hasil terbit", "Daftar hasil yang pernah diterbitkan; satu tahun boleh punya beberapa."
        ),
    },
    HasilTerbit: {
        "tahun": Uraian("Tahun pengukuran", "Empat angka."),
        "jenis": Uraian("Jenis hasil", "Dari tahap mana angka ini."),
        "skor": Uraian(
            "Skor", "Indeks, atau poin pada tahun berskala absolut (2020). Pakai titik desimal: 59.02."
        ),
        "predikat": Uraian("Predikat", "Seperti diterbitkan, misalnya Sangat Inovatif."),
        "jumlah_inovasi": Uraian("Jumlah inovasi", "Banyaknya inovasi yang dilaporkan atau dinilai."),
        "jumlah_opd": Uraian("Jumlah perangkat daerah", "Banyaknya perangkat daerah yang melapor."),
        "sumber": Uraian("Sumber", "Naskah, berita, atau alamat tempat angka ini dibaca."),
        "catatan": Uraian("Catatan", "Keterangan tambahan."),
    },
}
