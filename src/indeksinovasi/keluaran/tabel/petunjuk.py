"""Lembar Petunjuk buku kerja: apa yang diisi orang, contohnya, dan ke mana sesudahnya."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indeksinovasi.inti.model.isian import BahanIsian
from indeksinovasi.inti.model.tabel import LembarTulis

CONTOH_FAKTA: Mapping[str, str] = {
    "tahun": "Contoh: 2024, 2025",
    "kali": "Contoh: 2024: 1, 2025: 2",
    "banyak": "Pisahkan dengan koma.",
    "bilangan": "Contoh: 12",
    "bilangan_atau_pilihan": "Contoh: 85",
    "manfaat": "Pilih basis, lalu tulis bilangannya pada nilai.",
}
"""Contoh isi sel fakta menurut bentuknya."""
_LEBAR = (24, 96)


def petunjuk_isian(bahan: BahanIsian) -> LembarTulis:
    """Petunjuk lembar isian OPD."""
    opd = f" – {bahan.nama_opd.get(bahan.opd, bahan.opd)}" if bahan.opd else ""
    langkah = (
        "Isi sel putih. Kolom abu-abu hanya keterangan; id, judul kolom, dan nama lembar jangan diubah.",
        "Lembar Inovasi: satu baris tiap inovasi. Inovasi baru ditulis pada baris baru-1 dan seterusnya; "
        "baris baru yang tidak diisi dilewati.",
        "Lembar Indikator: parameter adalah tingkat 0-3 menurut kolom tingkat 1 sampai 3; fakta adalah nilai "
        "terukurnya. Salah satunya boleh kosong.",
        "Lembar Bukti: satu baris tiap naskah. Simpan berkasnya di folder bukti dan tulis namanya, misalnya "
        "bukti/sk.pdf; halaman web ditulis pada tautan.",
        "Mengosongkan sel menghapus isinya. Yang tidak diubah tetap seperti semula.",
        "Simpan sebagai .xlsx dan kirim kembali beserta berkas buktinya.",
    )
    kolom = (
        ("status", "draf bila belum siap dinilai, terkirim bila sudah."),
        ("tahapan", "inisiatif, uji_coba, atau penerapan; penerapan memerlukan tanggal penerapan."),
        ("inisiator, bentuk, urusan", "Pilih dari daftarnya; urusan_lain boleh beberapa, dipisah koma."),
        ("lintang, bujur", "Derajat desimal, misalnya -5,0312 dan 110,2874."),
        ("tanggal", "Hari-bulan-tahun, misalnya 17-08-2025."),
        ("fakta tahun", "Tahun-tahunnya dipisah koma: 2024, 2025"),
        ("fakta bimtek", "Banyaknya tiap tahun: 2024: 1, 2025: 2"),
        ("fakta beberapa pilihan", "Dipisah koma: pemerintah, akademisi"),
        ("kemanfaatan", "Pilih basis, lalu tulis bilangannya pada nilai."),
    )
    penerima = f"indeks impor BERKAS --ke DATA --tahun {bahan.tahun}"
    return _lembar(f"Lembar isian inovasi {bahan.daerah} {bahan.tahun}{opd}", langkah, kolom, penerima)


def petunjuk_verifikasi(bahan: BahanIsian) -> LembarTulis:
    """Petunjuk lembar verifikasi."""
    langkah = (
        "Lembar Verifikasi: isi parameter (tingkat 0-3 menurut pemeriksa) pada baris yang diperiksa; baris "
        "yang parameternya kosong belum diverifikasi.",
        "catatan, oleh, dan tanggal boleh kosong. Kolom abu-abu hanya keterangan; jangan diubah.",
        "Lembar Status: isi status baru hanya pada inovasi yang statusnya berubah.",
        "Simpan sebagai .xlsx.",
    )
    penerima = f"indeks impor BERKAS --ke DATA --tahun {bahan.tahun}"
    return _lembar(f"Lembar verifikasi {bahan.daerah} {bahan.tahun}", langkah, (), penerima)


def _lembar(
    judul: str, langkah: Sequence[str], kolom: Sequence[tuple[str, str]], penerima: str
) -> LembarTulis:
    baris: list[list[str]] = [[f"Langkah {nomor}", isi] for nomor, isi in enumerate(langkah, 1)]
    baris += [[nama, isi] for nama, isi in kolom]
    baris.append(["Penerima", f"Dibaca dengan {penerima}"])
    return LembarTulis("Petunjuk", ("Petunjuk", judul), baris, _LEBAR, redup=(0,), saring=False)
