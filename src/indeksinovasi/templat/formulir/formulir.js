// Formulir inovasi daerah: satu halaman tanpa jaringan. Data tahun dan catatan OPD ada di #data (JSON).
// Semua teks ditulis lewat textContent dan value, jadi nama apa pun tidak dapat menjadi markah.
"use strict";

/**
 * @typedef {{nama: string, satuan: string, bulat: boolean, undakan: [number | null, number | null][]}} Basis
 * @typedef {{kode: string, nomor: string, nama: string, wajib: boolean, bobot: number | null,
 *   tingkat: (string | null)[] | null, bukti: string | null, format: string[], catatan: string[],
 *   basis: Record<string, Basis> | null}} Indikator
 * @typedef {Record<string, any>} Isi  isi catatan, dengan kunci seperti berkas YAML-nya
 * @typedef {{id: string | null, kunci: string, asal: Isi | null, isi: Isi, tingkat: Record<string, number>}} Inovasi
 * @typedef {{daerah: {nama: string, kode: string | null}, opd: {kode: string, nama: string}, tahun: number,
 *   penyebut: number, maksimum: number | null, lengkap: boolean,
 *   jendela: {mulai: string, sampai: string, pengembangan: boolean} | null, minimalKata: number | null,
 *   bagian: string[], tematik: string[], indikator: Indikator[], pilihan: Record<string, [string, string][]>,
 *   inovasi: {id: string, isi: Isi, tingkat: Record<string, number>}[]}} Data
 * @typedef {{id: string | null, kunci?: string | null, asal: Isi | null, isi: Isi}} InovasiBundel
 * @typedef {{jenis: string, versi_format: number, tahun: number, opd: string,
 *   daerah: {nama: string, kode: string | null}, disimpan: string | null, inovasi: InovasiBundel[]}} Bundel
 * @typedef {{sasaran: string, kalimat: string}} Masalah
 */

(function () {
  /** @param {string} id */
  const ambil = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  /** @type {Data} */
  const data = JSON.parse(ambil("data").textContent || "{}");
  const KUNCI_SIMPANAN = ["indeks-formulir", data.daerah.kode || data.daerah.nama, data.opd.kode, data.tahun].join(":");
  const BATAS_BERKAS = 5000000;
  const URAIAN = ["rancang_bangun", "tujuan", "manfaat", "hasil"];
  const TANGGAL = [["uji_coba", "Tanggal uji coba"], ["penerapan", "Tanggal penerapan"], ["pengembangan", "Tanggal pengembangan"]];

  /** @type {Inovasi[]} */
  let semua = data.inovasi.map((satu) => ({
    id: satu.id, kunci: satu.id, asal: satu.isi, isi: salin(satu.isi), tingkat: satu.tingkat,
  }));
  /** @type {Inovasi | null} */
  let terbuka = null;
  /** Inovasi yang sudah pernah diperiksa: masalahnya diperbarui selagi diketik. @type {Set<string>} */
  const diperiksa = new Set();

  // Bantuan kecil

  /** @template T @param {T} nilai @returns {T} */
  function salin(nilai) {
    return JSON.parse(JSON.stringify(nilai));
  }

  /** @param {any} a @param {any} b @returns {boolean} */
  function sama(a, b) {
    return JSON.stringify(urutkan(a)) === JSON.stringify(urutkan(b));
  }

  /** @param {any} nilai @returns {any} */
  function urutkan(nilai) {
    if (Array.isArray(nilai)) return nilai.map(urutkan);
    if (nilai === null || typeof nilai !== "object") return nilai === undefined ? null : nilai;
    return Object.keys(nilai).sort().map((kunci) => [kunci, urutkan(nilai[kunci])]);
  }

  /**
   * @param {string} nama @param {Record<string, string | number | boolean | null>} [sifat]
   * @param {...(Node | string)} anak
   * @returns {HTMLElement}
   */
  function unsur(nama, sifat, ...anak) {
    const satu = document.createElement(nama);
    for (const [kunci, nilai] of Object.entries(sifat || {})) {
      if (nilai === true) satu.setAttribute(kunci, "");
      else if (nilai !== false && nilai !== null) satu.setAttribute(kunci, String(nilai));
    }
    satu.append(...anak);
    return satu;
  }

  /** @param {number} bulat @returns {string} */
  function angka(bulat) {
    return String(bulat / data.penyebut).replace(".", ",");
  }

  /** @param {string} teks */
  function banyakKata(teks) {
    const polos = teks.replace(/<[^<>]*>/g, " ").replace(/&(#\d+|#[xX][\da-fA-F]+|\w+);/g, " ");
    return (polos.match(/\S+/g) || []).length;
  }

  /** @param {string} iso */
  function tanggalBaca(iso) {
    const [tahun, bulan, hari] = iso.split("-").map(Number);
    return hari + "-" + bulan + "-" + tahun;
  }

  /** Tanggal yang ada di kalender, bentuk YYYY-MM-DD. @param {any} teks */
  function tanggalSah(teks) {
    if (typeof teks !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(teks)) return false;
    const hari = new Date(teks + "T00:00:00Z");
    return !Number.isNaN(hari.getTime()) && hari.toISOString().slice(0, 10) === teks;
  }

  /**
   * Bilangan yang diketik: koma atau titik desimal. Titik diikuti tepat tiga angka dapat berarti ribuan, jadi
   * ditolak. Hasilnya bilangan, atau kalimat penolakan.
   * @param {string} teks @returns {number | string}
   */
  function bacaBilangan(teks) {
    const rapi = teks.trim();
    if (/^[1-9]\d{0,2}([.,]\d{3})+$/.test(rapi)) {
      const ribuan = rapi.replace(/[.,]/g, "");
      return "tulis " + ribuan + " bila itu ribuan, atau " + rapi.replace(/[.,](\d\d?)\d*$/, ",$1") + " bila desimal";
    }
    if (!/^-?\d{1,15}([.,]\d{1,10})?$/.test(rapi)) return "tulis bilangannya saja, misalnya 350 atau 12,5";
    return Number(rapi.replace(",", "."));
  }

  // Tingkat dan kematangan

  /** @param {Inovasi} ino @param {string} kode @returns {any} */
  const entri = (ino, kode) => (ino.isi.indikator || {})[kode];

  /** @param {Inovasi} ino @param {string} kode */
  function belumDiubah(ino, kode) {
    const lama = ((ino.asal || {}).indikator || {})[kode], baru = entri(ino, kode);
    return Boolean(lama && baru) && sama([lama.parameter, lama.fakta], [baru.parameter, baru.fakta]);
  }

  /** Tingkat klaim satu baris (0-3). @param {Inovasi} ino @param {Indikator} ind */
  function tingkatKlaim(ino, ind) {
    const isi = entri(ino, ind.kode);
    if (!isi) return 0;
    if (belumDiubah(ino, ind.kode)) return ino.tingkat[ind.kode] || 0;
    if (!ind.basis) return isi.parameter || 0;
    const fakta = isi.fakta || {};
    const basis = ind.basis[fakta.basis];
    if (!basis || typeof fakta.nilai !== "number") return 0;
    return tingkatBasis(basis, fakta.nilai);
  }

  /** @param {Basis} basis @param {number} nilai */
  function tingkatBasis(basis, nilai) {
    const [utuh, desimal = ""] = String(nilai).split(".");
    const tanda = utuh.startsWith("-") ? -1 : 1;
    const perseratus = Math.abs(Number(utuh)) * 100 + Number((desimal + "00").slice(0, 2));
    const naik = Number(desimal[2] || 0) >= 5 ? 1 : 0;
    const letak = tanda * (perseratus + naik);
    let tingkat = 0;
    for (const [mulai, satu] of basis.undakan) {
      if (mulai !== null && letak < mulai) break;
      tingkat = satu === null ? 0 : satu;
    }
    return basis.bulat && !Number.isInteger(nilai) ? 0 : tingkat;
  }

  /** @param {any} isi */
  const adaBukti = (isi) => ((isi || {}).bukti || []).some((/** @type {any} */ b) => b.berkas || b.tautan);

  /** Kematangan klaim dan berbukti, dalam poin × penyebut. @param {Inovasi} ino */
  function kematangan(ino) {
    const adaBaris = Object.keys(ino.isi.indikator || {}).length > 0;
    if (typeof ino.isi.kematangan === "number" && !(adaBaris && data.lengkap)) {
      const siap = ino.isi.kematangan * data.penyebut;
      return { klaim: siap, berbukti: siap };
    }
    let klaim = 0, berbukti = 0;
    for (const ind of data.indikator) {
      const skor = (ind.bobot || 0) * tingkatKlaim(ino, ind);
      klaim += skor;
      if (adaBukti(entri(ino, ind.kode))) berbukti += skor;
    }
    return { klaim, berbukti };
  }

  // Yang perlu diperbaiki

  /** @param {Inovasi} ino @returns {Masalah[]} */
  function masalah(ino) {
    return [...masalahProfil(ino), ...masalahTanggal(ino), ...masalahUraian(ino), ...masalahIndikator(ino)];
  }

  /** @param {Inovasi} ino @returns {Masalah[]} */
  function masalahProfil(ino) {
    const wajib = [["nama", "Isi nama inovasi"], ["tahapan", "Pilih tahapan inovasi"], ["inisiator", "Pilih inisiator"],
      ["jenis", "Pilih jenis inovasi"], ["bentuk", "Pilih bentuk inovasi"], ["urusan", "Pilih urusan utama"]];
    return wajib.filter(([kunci]) => !String(ino.isi[kunci] || "").trim())
      .map(([kunci, kalimat]) => ({ sasaran: kunci, kalimat }));
  }

  /** @param {Inovasi} ino @returns {Masalah[]} */
  function masalahTanggal(ino) {
    const hasil = [], waktu = ino.isi.waktu || {};
    for (const [kunci, nama] of TANGGAL) {
      if (waktu[kunci] && !tanggalSah(waktu[kunci])) {
        hasil.push({ sasaran: "waktu." + kunci, kalimat: "Lengkapi hari, bulan, dan tahun pada " + nama.toLowerCase() });
      }
    }
    if (ino.isi.tahapan === "penerapan" && !waktu.penerapan) {
      hasil.push({ sasaran: "waktu.penerapan", kalimat: "Isi tanggal penerapan" });
    }
    if (tanggalSah(waktu.uji_coba) && tanggalSah(waktu.penerapan) && waktu.uji_coba > waktu.penerapan) {
      hasil.push({ sasaran: "waktu.uji_coba", kalimat: "Tulis tanggal uji coba sebelum tanggal penerapan" });
    }
    const jendela = data.jendela;
    if (jendela && tanggalSah(waktu.penerapan) && !diDalam(waktu.penerapan, jendela)
        && !(jendela.pengembangan && tanggalSah(waktu.pengembangan) && diDalam(waktu.pengembangan, jendela))) {
      const rentang = tanggalBaca(jendela.mulai) + " sampai " + tanggalBaca(jendela.sampai);
      const atau = jendela.pengembangan ? "; isi tanggal pengembangan bila memang dikembangkan pada masa itu" : "";
      hasil.push({ sasaran: "waktu.penerapan", kalimat: "Penerapan di luar " + rentang + " tidak dinilai" + atau });
    }
    return hasil;
  }

  /** @param {string} hari @param {{mulai: string, sampai: string}} jendela */
  const diDalam = (hari, jendela) => jendela.mulai <= hari && hari <= jendela.sampai;

  /** @param {Inovasi} ino @returns {Masalah[]} */
  function masalahUraian(ino) {
    const banyak = banyakKata(String(ino.isi.rancang_bangun || "")), minimal = data.minimalKata;
    if (minimal === null || banyak >= minimal) return [];
    const kalimat = "Tambah " + (minimal - banyak) + " kata pada rancang bangun (baru " + banyak + " dari " + minimal + ")";
    return [{ sasaran: "rancang_bangun", kalimat }];
  }

  /** @param {Inovasi} ino @returns {Masalah[]} */
  function masalahIndikator(ino) {
    const hasil = [];
    for (const ind of data.indikator) {
      const isi = entri(ino, ind.kode), tingkat = tingkatKlaim(ino, ind), sasaran = "indikator." + ind.kode;
      const nilai = ind.basis && isi && isi.fakta ? isi.fakta.nilai : null;
      if (typeof nilai === "string") {
        hasil.push({ sasaran, kalimat: ind.nama + ": nilai " + nilai + " belum terbaca; " + bacaBilangan(nilai) });
      } else if (tingkat > 0 && !adaBukti(isi)) {
        const poin = ind.bobot === null ? "" : ": " + angka(ind.bobot * tingkat) + " poin belum dihitung";
        hasil.push({ sasaran, kalimat: ind.nama + " tingkat " + tingkat + " belum berbukti" + poin });
      } else if (ind.wajib && tingkat === 0) {
        hasil.push({ sasaran, kalimat: ind.nama + " wajib diisi" });
      }
      for (const satu of (isi || {}).bukti || []) {
        if (satu.tanggal && !tanggalSah(satu.tanggal)) {
          hasil.push({ sasaran, kalimat: "Lengkapi hari, bulan, dan tahun bukti " + ind.nama });
        }
      }
    }
    return hasil;
  }

  // Isian

  /** @param {Inovasi} ino @param {string} kunci @returns {any} */
  function baca(ino, kunci) {
    return kunci.split(".").reduce((isi, bagian) => (isi === null || typeof isi !== "object" ? undefined : isi[bagian]),
      /** @type {any} */ (ino.isi));
  }

  /** Isi *kunci* (paling dalam dua tingkat); nilai kosong menghapusnya. @param {Inovasi} ino @param {string} kunci @param {any} nilai */
  function tulis(ino, kunci, nilai) {
    const bagian = kunci.split(".");
    const kosong = nilai === "" || nilai === null || (Array.isArray(nilai) && nilai.length === 0);
    let wadah = ino.isi;
    if (bagian.length === 2) {
      if (!wadah[bagian[0]] || typeof wadah[bagian[0]] !== "object") wadah[bagian[0]] = {};
      wadah = wadah[bagian[0]];
    }
    const akhir = bagian[bagian.length - 1];
    if (kosong) delete wadah[akhir];
    else wadah[akhir] = nilai;
    if (bagian.length === 2 && Object.keys(wadah).length === 0) delete ino.isi[bagian[0]];
    berubah(ino);
  }

  let nomor = 0;
  const idBaru = () => "f" + (nomor += 1);

  /** @param {string} judul @param {string} id @param {HTMLElement} kendali @param {string} kunci @param {string} [petunjuk] */
  function kelompok(judul, id, kendali, kunci, petunjuk) {
    const isi = unsur("div", { class: "kelompok", "data-sasaran": kunci }, unsur("label", { class: "l", for: id }, judul));
    if (petunjuk) {
      isi.append(unsur("p", { class: "petunjuk", id: id + "-p" }, petunjuk));
      kendali.setAttribute("aria-describedby", id + "-p");
    }
    isi.append(kendali);
    return isi;
  }

  /** @param {Inovasi} ino @param {string} kunci @param {string} judul @param {string} [petunjuk] @param {string} [daftar] */
  function isianTeks(ino, kunci, judul, petunjuk, daftar) {
    const id = idBaru();
    const kotak = /** @type {HTMLInputElement} */ (unsur("input", { type: "text", id, "data-kunci": kunci, list: daftar || null }));
    const nilai = baca(ino, kunci);
    kotak.value = tampil(nilai);
    kotak.addEventListener("input", () => tulis(ino, kunci, nilaiKotak(kunci, kotak.value)));
    return kelompok(judul, id, kotak, kunci, petunjuk);
  }

  /** Nilai untuk sebuah kotak: bilangan berkoma desimal, kosong bila tidak ada. @param {any} nilai */
  function tampil(nilai) {
    if (nilai === undefined || nilai === null) return "";
    return typeof nilai === "number" ? String(nilai).replace(".", ",") : String(nilai);
  }

  /** @param {string} kunci @param {string} teks */
  function nilaiKotak(kunci, teks) {
    if (!kunci.startsWith("koordinat.") && kunci !== "kematangan") return teks;
    if (teks.trim() === "") return "";
    if (/^-?\d+([.,]\d+)?$/.test(teks.trim()) && kunci.startsWith("koordinat.")) return Number(teks.trim().replace(",", "."));
    const nilai = bacaBilangan(teks);
    return typeof nilai === "number" ? nilai : teks;
  }

  /** @param {Inovasi} ino @param {string} kunci @param {string} judul @param {string} [petunjuk] */
  function isianPilihan(ino, kunci, judul, petunjuk) {
    const id = idBaru();
    const kotak = /** @type {HTMLSelectElement} */ (unsur("select", { id, "data-kunci": kunci }));
    kotak.append(unsur("option", { value: "" }, "Pilih"));
    const nilai = baca(ino, kunci);
    const tertulis = nilai === undefined || nilai === null ? "" : String(nilai);
    const daftar = data.pilihan[kunci].slice();
    if (tertulis && !daftar.some(([kode]) => kode === tertulis)) daftar.push([tertulis, tertulis]);
    for (const [kode, nama] of daftar) kotak.append(unsur("option", { value: kode }, nama));
    kotak.value = tertulis;
    kotak.addEventListener("change", () => tulis(ino, kunci, kunci === "asta_cita" && kotak.value ? Number(kotak.value) : kotak.value));
    return kelompok(judul, id, kotak, kunci, petunjuk);
  }

  /** @param {Inovasi} ino */
  function isianUrusanLain(ino) {
    const id = idBaru();
    const kotak = /** @type {HTMLSelectElement} */ (unsur("select", { id, "data-kunci": "urusan_lain", multiple: true, size: 6 }));
    const dipilih = new Set(Array.isArray(ino.isi.urusan_lain) ? ino.isi.urusan_lain : []);
    for (const [kode, nama] of data.pilihan.urusan) kotak.append(unsur("option", { value: kode, selected: dipilih.has(kode) }, nama));
    kotak.addEventListener("change", () => tulis(ino, "urusan_lain", Array.from(kotak.selectedOptions, (satu) => satu.value)));
    return kelompok("Urusan lain yang beririsan", id, kotak, "urusan_lain", "Boleh lebih dari satu atau kosong.");
  }

  /**
   * Tanggal dalam tiga kotak. Yang belum lengkap disimpan apa adanya supaya tidak ada ketikan yang hilang.
   * @param {string} judul @param {string} kunci @param {any} nilai @param {(nilai: string) => void} simpan
   * @param {string} [petunjuk]
   */
  function isianTanggal(judul, kunci, nilai, simpan, petunjuk) {
    const teks = typeof nilai === "string" ? nilai : "";
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(teks);
    const sebagian = teks.split("-");
    const awal = iso ? [String(Number(iso[3])), String(Number(iso[2])), iso[1]]
      : [sebagian[0] || "", sebagian[1] || "", sebagian[2] || ""];
    const kotak = [["hari", "Hari", 2], ["bulan", "Bulan", 2], ["tahun", "Tahun", 4]].map(([bagian, nama, panjang], urutan) => {
      const id = idBaru();
      const satu = /** @type {HTMLInputElement} */ (unsur("input", {
        type: "text", inputmode: "numeric", id, maxlength: panjang, autocomplete: "off",
        "data-kunci": kunci, "data-bagian": bagian, class: bagian === "tahun" ? "th" : "",
      }));
      satu.value = awal[urutan];
      return { nama: String(nama), id, satu };
    });
    const ubah = () => {
      const [hari, bulan, tahun] = kotak.map(({ satu }) => satu.value.trim());
      if (/^\d{1,2}$/.test(hari) && /^\d{1,2}$/.test(bulan) && /^\d{4}$/.test(tahun)) {
        simpan(tahun + "-" + bulan.padStart(2, "0") + "-" + hari.padStart(2, "0"));
      } else simpan(hari || bulan || tahun ? [hari, bulan, tahun].join("-") : "");
    };
    const baris = unsur("div", { class: "tgl" });
    for (const { nama, id, satu } of kotak) {
      satu.addEventListener("input", ubah);
      baris.append(unsur("div", {}, unsur("label", { for: id }, nama), satu));
    }
    const isi = unsur("fieldset", { class: "kelompok", "data-sasaran": kunci }, unsur("legend", {}, judul), baris);
    if (petunjuk) isi.append(unsur("p", { class: "petunjuk" }, petunjuk));
    return isi;
  }

  /** @param {Inovasi} ino @param {string} kunci @param {string} judul */
  function isianUraian(ino, kunci, judul) {
    const id = idBaru(), minimal = kunci === "rancang_bangun" ? data.minimalKata : null;
    const kotak = /** @type {HTMLTextAreaElement} */ (unsur("textarea", { id, "data-kunci": kunci, rows: kunci === "rancang_bangun" ? 10 : 5 }));
    const hitung = unsur("p", { class: "hitung", "aria-live": "polite", "data-kata": kunci });
    const sebut = () => {
      const banyak = banyakKata(kotak.value);
      const kurang = minimal === null ? 0 : minimal - banyak;
      hitung.dataset.banyak = String(banyak);
      hitung.replaceChildren(unsur("b", {}, banyak + " kata."),
        minimal === null ? "" : kurang > 0 ? " Kurang " + kurang + " kata." : " Cukup.");
    };
    kotak.value = typeof ino.isi[kunci] === "string" ? ino.isi[kunci] : "";
    kotak.addEventListener("input", () => { sebut(); tulis(ino, kunci, kotak.value); });
    sebut();
    const bagian = kunci === "rancang_bangun" && data.bagian.length ? "Memuat " + data.bagian.join("; ") + ". " : "";
    const panjang = minimal === null ? "" : "Paling sedikit " + minimal + " kata.";
    const isi = kelompok(judul, id, kotak, kunci, bagian + panjang || undefined);
    isi.append(hitung);
    return isi;
  }

  // Indikator

  /** @param {Inovasi} ino @param {string} kode @param {(isi: any) => void} ubah */
  function ubahEntri(ino, kode, ubah) {
    if (!ino.isi.indikator || typeof ino.isi.indikator !== "object") ino.isi.indikator = {};
    const isi = ino.isi.indikator[kode] || {};
    ubah(isi);
    if (Object.keys(isi).length === 0) delete ino.isi.indikator[kode];
    else ino.isi.indikator[kode] = isi;
    if (Object.keys(ino.isi.indikator).length === 0) delete ino.isi.indikator;
    berubah(ino);
  }

  /** @param {Inovasi} ino @param {Indikator} ind */
  function kartuIndikator(ino, ind) {
    const judul = unsur("h4", {}, ind.nomor + ". " + ind.nama);
    if (ind.wajib) judul.append(unsur("span", { class: "wajib" }, "WAJIB"));
    const keadaan = unsur("span", { class: "tg" });
    const rincian = unsur("details", { class: "ind", open: true, "data-indikator": ind.kode, "data-sasaran": "indikator." + ind.kode },
      unsur("summary", {}, judul, keadaan));
    const bobot = ind.bobot === null ? "Bobot tidak ditemukan." : "Bobot " + angka(ind.bobot) + ".";
    rincian.append(unsur("p", { class: "petunjuk" }, bobot + (ind.basis ? " Tingkat mengikuti basis ukur dan nilainya."
      : " Pilih tingkat yang dapat dibuktikan.")));
    rincian.append(ind.basis ? isianBasis(ino, ind, ind.basis) : kartuTingkat(ino, ind));
    rincian.append(isianBukti(ino, ind));
    if (ind.catatan.length) {
      rincian.append(unsur("details", { class: "catatan" }, unsur("summary", {}, "Catatan pedoman"),
        unsur("ul", {}, ...ind.catatan.map((satu) => unsur("li", {}, satu)))));
    }
    return rincian;
  }

  /** @param {Inovasi} ino @param {Indikator} ind */
  function kartuTingkat(ino, ind) {
    const kelompokRadio = unsur("fieldset", { class: "pilih" }, unsur("legend", { class: "tersembunyi" }, "Tingkat " + ind.nama));
    const nama = idBaru(), dipilih = entri(ino, ind.kode) ? tingkatKlaim(ino, ind) : null;
    for (let tingkat = 0; tingkat <= 3; tingkat += 1) {
      const id = nama + "-" + tingkat;
      const radio = /** @type {HTMLInputElement} */ (unsur("input", { type: "radio", name: nama, id, value: tingkat, checked: tingkat === dipilih }));
      radio.addEventListener("change", () => pilihTingkat(ino, ind, tingkat));
      const uraian = tingkat === 0 ? "Belum ada" : (ind.tingkat || [])[tingkat - 1] || "Tingkat " + tingkat;
      const poin = ind.bobot === null ? "" : angka(ind.bobot * tingkat) + " poin";
      kelompokRadio.append(unsur("label", { for: id }, radio,
        unsur("span", { class: "t" }, unsur("b", {}, "Tingkat " + tingkat), unsur("span", {}, poin)), unsur("span", {}, uraian)));
    }
    return kelompokRadio;
  }

  /** Tingkat baru menggantikan fakta; kembali ke tingkat semula mengembalikan faktanya. @param {Inovasi} ino @param {Indikator} ind @param {number} tingkat */
  function pilihTingkat(ino, ind, tingkat) {
    const lama = ((ino.asal || {}).indikator || {})[ind.kode];
    ubahEntri(ino, ind.kode, (isi) => {
      delete isi.fakta;
      delete isi.parameter;
      if (lama && ino.tingkat[ind.kode] === tingkat) {
        if (lama.parameter !== undefined) isi.parameter = lama.parameter;
        if (lama.fakta !== undefined) isi.fakta = salin(lama.fakta);
      } else isi.parameter = tingkat;
    });
  }

  /** @param {Inovasi} ino @param {Indikator} ind @param {Record<string, Basis>} basis */
  function isianBasis(ino, ind, basis) {
    const isi = entri(ino, ind.kode) || {}, fakta = isi.fakta;
    const tunggal = Object.keys(basis).length === 1 ? Object.keys(basis)[0] : "";
    const awal = fakta !== null && typeof fakta === "object" ? fakta : { nilai: fakta };
    const idBasis = idBaru(), idNilai = idBaru();
    const pilih = /** @type {HTMLSelectElement} */ (unsur("select", { id: idBasis, "data-kunci": "basis" }, unsur("option", { value: "" }, "Pilih")));
    for (const [kode, satu] of Object.entries(basis)) pilih.append(unsur("option", { value: kode }, satu.nama));
    pilih.value = awal.basis || tunggal;
    const kotak = /** @type {HTMLInputElement} */ (unsur("input", { type: "text", inputmode: "decimal", id: idNilai, class: "pendek", "data-kunci": "nilai" }));
    kotak.value = tampil(awal.nilai);
    const satuan = unsur("p", { class: "petunjuk" });
    const sebut = () => { satuan.textContent = basis[pilih.value] ? "Satuan: " + basis[pilih.value].satuan + "." : ""; };
    const ubah = () => ubahEntri(ino, ind.kode, (entriBaru) => {
      delete entriBaru.parameter;
      delete entriBaru.fakta;
      if (kotak.value.trim() !== "") {
        const nilai = bacaBilangan(kotak.value);
        entriBaru.fakta = { ...(pilih.value ? { basis: pilih.value } : {}), nilai: typeof nilai === "number" ? nilai : kotak.value };
      }
      sebut();
    });
    pilih.addEventListener("change", ubah);
    kotak.addEventListener("input", ubah);
    sebut();
    const daftar = unsur("ul", { class: "tangga" });
    (ind.tingkat || []).forEach((satu, urutan) => { if (satu) daftar.append(unsur("li", {}, "Tingkat " + (urutan + 1) + ": " + satu)); });
    return unsur("div", {}, daftar, unsur("div", { class: "dua-kol" },
      unsur("div", { class: "kelompok" }, unsur("label", { class: "l", for: idBasis }, "Basis ukur"), pilih),
      unsur("div", { class: "kelompok" }, unsur("label", { class: "l", for: idNilai }, "Nilai"), kotak, satuan)));
  }

  /** @param {Inovasi} ino @param {Indikator} ind */
  function isianBukti(ino, ind) {
    const kotak = unsur("div", { class: "bukti", "data-bukti": ind.kode }, unsur("b", {}, "Bukti yang diminta"));
    kotak.append(unsur("p", {}, ind.bukti || "Tidak disebut pedoman.", ind.format.length ? " (" + ind.format.join(", ") + ")" : ""));
    const awal = Array.isArray((entri(ino, ind.kode) || {}).bukti) ? entri(ino, ind.kode).bukti : [];
    /** @type {any[]} */
    const daftar = awal.length ? awal.map(salin) : [{}];
    const simpan = () => ubahEntri(ino, ind.kode, (isi) => {
      const terisi = daftar.filter((satu) => Object.keys(satu).length > 0).map(salin);
      if (terisi.length) isi.bukti = terisi;
      else delete isi.bukti;
    });
    daftar.forEach((satu, urutan) => kotak.append(satuBukti(satu, urutan, simpan)));
    const tambah = unsur("button", { type: "button", class: "dua kecil" }, "Tambah bukti");
    tambah.addEventListener("click", () => {
      daftar.push({});
      tambah.before(satuBukti(daftar[daftar.length - 1], daftar.length - 1, simpan));
    });
    kotak.append(tambah);
    return kotak;
  }

  /** @param {any} bukti @param {number} urutan @param {() => void} simpan */
  function satuBukti(bukti, urutan, simpan) {
    const semula = bukti.berkas;
    const isian = [["tautan", "Nama berkas atau tautan"], ["nomor", "Nomor"], ["tentang", "Tentang"]].map(([kunci, nama]) => {
      const id = idBaru();
      const kotak = /** @type {HTMLInputElement} */ (unsur("input", { type: "text", id, "data-kunci": kunci }));
      kotak.value = String((kunci === "tautan" ? bukti.berkas || bukti.tautan : bukti[kunci]) || "");
      kotak.addEventListener("input", () => {
        const teks = kotak.value.trim();
        if (kunci === "tautan") {
          delete bukti.berkas;
          delete bukti.tautan;
          if (teks.includes("://")) bukti.tautan = teks;
          else if (teks) bukti.berkas = teks === semula || teks.startsWith("bukti/") ? teks : "bukti/" + teks;
        } else if (teks) bukti[kunci] = teks;
        else delete bukti[kunci];
        simpan();
      });
      return unsur("div", {}, unsur("label", { for: id }, nama), kotak);
    });
    const tanggal = isianTanggal("Tanggal", "tanggal", bukti.tanggal, (nilai) => {
      if (nilai) bukti.tanggal = nilai;
      else delete bukti.tanggal;
      simpan();
    });
    return unsur("fieldset", { class: "baris" }, unsur("legend", { class: "tersembunyi" }, "Bukti " + (urutan + 1)), ...isian, tanggal);
  }

  // Satu inovasi terbuka

  /** @param {Inovasi} ino */
  function isiFormulir(ino) {
    const dua = unsur("div", { class: "dua-kol" },
      isianPilihan(ino, "tahapan", "Tahapan inovasi"), isianPilihan(ino, "inisiator", "Inisiator"),
      isianTeks(ino, "nama_inisiator", "Nama inisiator (boleh kosong)"), isianPilihan(ino, "jenis", "Jenis inovasi"),
      isianPilihan(ino, "bentuk", "Bentuk inovasi"),
      isianTeks(ino, "tematik", "Tematik (boleh kosong)", undefined, data.tematik.length ? "daftar-tematik" : undefined),
      isianPilihan(ino, "asta_cita", "Asta Cita (boleh kosong)"), isianPilihan(ino, "urusan", "Urusan utama"));
    const waktu = unsur("div", { class: "dua-kol" });
    for (const [kunci, nama] of TANGGAL) {
      const petunjuk = kunci === "penerapan" && data.jendela
        ? "Antara " + tanggalBaca(data.jendela.mulai) + " dan " + tanggalBaca(data.jendela.sampai) : undefined;
      waktu.append(isianTanggal(nama, "waktu." + kunci, baca(ino, "waktu." + kunci), (nilai) => tulis(ino, "waktu." + kunci, nilai), petunjuk));
    }
    const letak = unsur("div", { class: "dua-kol" }, isianTeks(ino, "koordinat.lintang", "Lintang (boleh kosong)", "Derajat desimal, misalnya -7,05."),
      isianTeks(ino, "koordinat.bujur", "Bujur (boleh kosong)", "Derajat desimal, misalnya 112,71."));
    const wajibDulu = data.indikator.filter((satu) => satu.wajib).concat(data.indikator.filter((satu) => !satu.wajib));
    const lipat = unsur("button", { type: "button", class: "dua kecil" }, "Lipat semua");
    const daftar = unsur("div", {}, ...wajibDulu.map((ind) => kartuIndikator(ino, ind)));
    lipat.addEventListener("click", () => {
      const buka = lipat.textContent !== "Lipat semua";
      daftar.querySelectorAll("details.ind").forEach((satu) => { /** @type {HTMLDetailsElement} */ (satu).open = buka; });
      lipat.textContent = buka ? "Lipat semua" : "Buka semua";
    });
    const periksa = unsur("button", { type: "button", class: "dua" }, "Periksa isian");
    periksa.addEventListener("click", () => { diperiksa.add(ino.kunci); tampilkanMasalah(ino, true); });
    return unsur("div", { class: "isi" }, unsur("div", { class: "ringkas-masalah" }),
      unsur("h3", {}, "1. Profil inovasi"), isianTeks(ino, "nama", "Nama inovasi"),
      isianPilihan(ino, "status", "Status", "Pilih Siap dikirim bila isian sudah lengkap."), dua, isianUrusanLain(ino), waktu, letak,
      isianTeks(ino, "video", "Tautan video (boleh kosong)"),
      ...(data.lengkap ? [] : [isianTeks(ino, "kematangan", "Kematangan menurut aplikasi", "Tabel indikator tahun ini tidak lengkap.")]),
      unsur("h3", {}, "2. Uraian"), isianUraian(ino, "rancang_bangun", "Rancang bangun"), isianUraian(ino, "tujuan", "Tujuan"),
      isianUraian(ino, "manfaat", "Manfaat"), isianUraian(ino, "hasil", "Hasil"),
      unsur("h3", {}, "3. Indikator"), unsur("p", { class: "petunjuk" }, data.indikator.length
        + " indikator; yang wajib lebih dulu. Poin dihitung bila buktinya disebut."), lipat, daftar,
      unsur("div", { class: "aksi" }, periksa));
  }

  /** @param {Inovasi} ino */
  function bagian(ino) {
    const satu = unsur("section", { class: "inovasi", "data-id": ino.id || ino.kunci });
    const tombol = unsur("button", { type: "button", class: "judul", "aria-expanded": "false" });
    tombol.addEventListener("click", () => buka(ino));
    satu.append(unsur("h2", {}, tombol));
    return satu;
  }

  /** @param {Inovasi} ino */
  const bagianMilik = (ino) => /** @type {HTMLElement} */ (
    Array.from(document.querySelectorAll("section.inovasi")).find((satu) => /** @type {HTMLElement} */ (satu).dataset.id === (ino.id || ino.kunci)));

  /** @param {Inovasi} ino */
  function buka(ino) {
    if (terbuka === ino) return;
    if (terbuka) {
      const lama = bagianMilik(terbuka);
      lama.querySelector(".isi")?.remove();
      lama.querySelector("button.judul")?.setAttribute("aria-expanded", "false");
    }
    terbuka = ino;
    const satu = bagianMilik(ino);
    satu.append(isiFormulir(ino));
    satu.querySelector("button.judul")?.setAttribute("aria-expanded", "true");
    if (diperiksa.has(ino.kunci)) tampilkanMasalah(ino, false);
    segarkan();
  }

  function gambarDaftar() {
    terbuka = null;
    ambil("daftar").replaceChildren(...semua.map(bagian));
    ambil("kosong").hidden = semua.length > 0;
    segarkan();
  }

  // Tampilan yang mengikuti isian

  /** @param {Inovasi} ino */
  function segarkanJudul(ino) {
    const tombol = bagianMilik(ino).querySelector("button.judul");
    if (!tombol) return;
    const nilai = kematangan(ino);
    tombol.replaceChildren(unsur("span", { class: "n" }, String(ino.isi.nama || "Inovasi tanpa nama")),
      unsur("span", { class: "k" }, "berbukti " + angka(nilai.berbukti) + " · klaim " + angka(nilai.klaim)));
  }

  function segarkan() {
    semua.forEach(segarkanJudul);
    const nilai = terbuka ? kematangan(terbuka) : null;
    const layar = ambil("kematangan");
    layar.dataset.nilai = nilai ? String(nilai.klaim / data.penyebut) : "";
    layar.dataset.berbukti = nilai ? String(nilai.berbukti / data.penyebut) : "";
    const dari = data.maksimum === null ? "" : " dari " + angka(data.maksimum);
    layar.replaceChildren(...(nilai ? [unsur("b", { class: "nilai" }, angka(nilai.berbukti)),
      unsur("span", { class: "kecil" }, dari + " berbukti · klaim " + angka(nilai.klaim))]
      : [unsur("span", { class: "kecil" }, "Buka satu inovasi untuk melihat kematangannya.")]));
    const penuh = data.maksimum || (nilai ? nilai.klaim : 0) || 1;
    ambil("ukur-klaim").style.width = (nilai ? Math.min(100, 100 * nilai.klaim / penuh) : 0) + "%";
    ambil("ukur-bukti").style.width = (nilai ? Math.min(100, 100 * nilai.berbukti / penuh) : 0) + "%";
    if (terbuka) segarkanIndikator(terbuka);
  }

  /** @param {Inovasi} ino */
  function segarkanIndikator(ino) {
    const wadah = bagianMilik(ino);
    for (const ind of data.indikator) {
      const rincian = wadah.querySelector('details.ind[data-indikator="' + ind.kode + '"]');
      const tanda = rincian && rincian.querySelector(".tg");
      if (!rincian || !tanda) continue;
      const isi = entri(ino, ind.kode), tingkat = tingkatKlaim(ino, ind);
      const poin = ind.bobot === null ? "" : ", " + angka(ind.bobot * tingkat) + " poin";
      const keadaan = tingkat === 0 ? "belum ada" : adaBukti(isi) ? "berbukti" : "perlu bukti";
      tanda.textContent = tingkat === 0 ? keadaan : "tingkat " + tingkat + poin + " · " + keadaan;
      tanda.className = "tg" + (tingkat === 0 ? " nol" : adaBukti(isi) ? "" : " kurang");
      rincian.querySelectorAll(".pilih label").forEach((satu) => satu.classList.toggle("dipilih",
        /** @type {HTMLInputElement} */ (satu.querySelector("input")).checked));
    }
  }

  /** @param {Inovasi} ino @param {boolean} fokus */
  function tampilkanMasalah(ino, fokus) {
    const wadah = bagianMilik(ino), daftar = masalah(ino);
    wadah.querySelectorAll(".pesan").forEach((satu) => satu.remove());
    wadah.querySelectorAll(".salah").forEach((satu) => satu.classList.remove("salah"));
    const tempat = /** @type {HTMLElement} */ (wadah.querySelector(".ringkas-masalah"));
    tempat.replaceChildren();
    document.title = (daftar.length ? "Ada " + daftar.length + " hal yang perlu diperbaiki: " : "") + JUDUL;
    if (!daftar.length) return;
    const butir = daftar.map((satu) => {
      const kelompokMilik = wadah.querySelector('[data-sasaran="' + satu.sasaran + '"]');
      const kendali = kelompokMilik && kelompokMilik.querySelector("input, select, textarea");
      if (kelompokMilik) {
        kelompokMilik.classList.add("salah");
        const pesan = unsur("p", { class: "pesan" }, satu.kalimat);
        const kepala = kelompokMilik.querySelector(":scope > summary, :scope > legend, :scope > label");
        if (kepala) kepala.after(pesan);
        else kelompokMilik.prepend(pesan);
      }
      const tautan = unsur("a", { href: "#" + (kendali ? kendali.id : "isi") }, satu.kalimat);
      tautan.addEventListener("click", (kejadian) => {
        kejadian.preventDefault();
        if (kelompokMilik instanceof HTMLDetailsElement) kelompokMilik.open = true;
        if (kendali instanceof HTMLElement) kendali.focus();
      });
      return unsur("li", {}, tautan);
    });
    const id = idBaru();
    const kotak = unsur("div", { class: "galat-ringkas", role: "alert", tabindex: "-1", "aria-labelledby": id },
      unsur("h3", { id }, "Ada " + daftar.length + " hal yang perlu diperbaiki"), unsur("ul", {}, ...butir));
    tempat.append(kotak);
    if (fokus) kotak.focus();
  }

  // Menyimpan dan memuat

  const JUDUL = document.title;
  /** @type {number | undefined} */
  let penunda;

  /** @param {Inovasi} ino */
  function berubah(ino) {
    segarkan();
    if (diperiksa.has(ino.kunci)) tampilkanMasalah(ino, false);
    window.clearTimeout(penunda);
    penunda = window.setTimeout(simpanOtomatis, 250);
  }

  /** @returns {Bundel} */
  function bundel() {
    return {
      jenis: "formulir-indeks", versi_format: 1, tahun: data.tahun, opd: data.opd.kode, daerah: data.daerah,
      disimpan: new Date().toISOString(),
      inovasi: semua.map((satu) => ({ id: satu.id, kunci: satu.id ? null : satu.kunci, asal: satu.asal, isi: satu.isi })),
    };
  }

  /** @param {string} kalimat */
  function kabar(kalimat) {
    ambil("kabar").textContent = kalimat;
  }

  function simpanOtomatis() {
    window.clearTimeout(penunda);
    penunda = undefined;
    try {
      window.localStorage.setItem(KUNCI_SIMPANAN, JSON.stringify(bundel()));
      const jam = new Date();
      kabar("Tersimpan otomatis di peramban ini pukul " + String(jam.getHours()).padStart(2, "0") + "."
        + String(jam.getMinutes()).padStart(2, "0") + ". Simpan sebelum menutup; berkasnya dikirim ke Bapperida.");
    } catch {
      peringatkan("Peramban ini tidak dapat menyimpan otomatis. Tekan Simpan sebelum menutup halaman.");
    }
  }

  /** @param {string} kalimat */
  function peringatkan(kalimat) {
    const tempat = ambil("peringatan");
    tempat.hidden = false;
    tempat.textContent = kalimat;
  }

  /** Coba menyimpan dan mengunduh sebelum ada yang diketik. */
  function cobaPeramban() {
    try {
      const kunci = KUNCI_SIMPANAN + ":coba";
      window.localStorage.setItem(kunci, "1");
      if (window.localStorage.getItem(kunci) !== "1") throw new Error("tidak tersimpan");
      window.localStorage.removeItem(kunci);
    } catch {
      peringatkan("Peramban ini tidak menyimpan isian otomatis. Isi lalu tekan Simpan sebelum menutup halaman, atau buka berkas ini di peramban lain.");
    }
    if (!("download" in HTMLAnchorElement.prototype) || typeof URL.createObjectURL !== "function") {
      peringatkan("Peramban ini tidak dapat mengunduh berkas. Pakai \"Tampilkan sebagai teks\" di bawah, atau buka di peramban lain.");
    }
  }

  function simpanBerkas() {
    simpanOtomatis();
    const alamat = URL.createObjectURL(new Blob([JSON.stringify(bundel(), null, 1)], { type: "application/json" }));
    const tautan = /** @type {HTMLAnchorElement} */ (unsur("a", { href: alamat, download: "formulir-" + data.opd.kode + "-" + data.tahun + ".json" }));
    document.body.append(tautan);
    tautan.click();
    tautan.remove();
    window.setTimeout(() => URL.revokeObjectURL(alamat), 10000);
    if (terbuka) {
      diperiksa.add(terbuka.kunci);
      tampilkanMasalah(terbuka, true);
    }
  }

  /** Sebab *isi* bukan bundel formulir ini; kosong bila cocok. @param {any} isi */
  function penolakan(isi) {
    if (isi === null || typeof isi !== "object" || isi.jenis !== "formulir-indeks" || !Array.isArray(isi.inovasi)) {
      return "Berkas itu bukan simpanan formulir inovasi. Pilih berkas formulir-" + data.opd.kode + "-" + data.tahun + ".json.";
    }
    if (isi.versi_format !== 1) return "Berkas itu dari formulir yang lebih baru. Minta formulir terbaru kepada Bapperida.";
    if (isi.tahun !== data.tahun) return "Berkas itu untuk tahun " + isi.tahun + ", sedangkan formulir ini tahun " + data.tahun + ".";
    const daerah = isi.daerah || {};
    if (daerah.kode !== data.daerah.kode || (!daerah.kode && daerah.nama !== data.daerah.nama)) {
      return "Berkas itu milik " + String(daerah.nama || "daerah lain") + ", sedangkan formulir ini milik " + data.daerah.nama + ".";
    }
    if (isi.opd !== data.opd.kode) return "Berkas itu milik perangkat daerah " + String(isi.opd) + ", sedangkan formulir ini milik " + data.opd.nama + ".";
    return "";
  }

  /** Kunci yang dibandingkan satu demi satu. @param {Isi} isi */
  function jalur(isi) {
    const hasil = new Set();
    for (const kunci of Object.keys(isi)) {
      const nilai = isi[kunci];
      if ((kunci === "indikator" || kunci === "waktu") && nilai !== null && typeof nilai === "object") {
        Object.keys(nilai).forEach((satu) => hasil.add(kunci + "." + satu));
      } else hasil.add(kunci);
    }
    return hasil;
  }

  /** @param {Isi} isi @param {string} kunci */
  function nilaiPada(isi, kunci) {
    const [induk, anak] = kunci.split(".");
    if (anak === undefined) return isi[induk];
    const wadah = isi[induk];
    return wadah !== null && typeof wadah === "object" ? wadah[anak] : undefined;
  }

  /** @param {Isi} isi @param {string} kunci @param {any} nilai */
  function pasang(isi, kunci, nilai) {
    if (/__proto__|constructor|prototype/.test(kunci)) return;
    const [induk, anak] = kunci.split(".");
    if (anak === undefined) {
      if (nilai === undefined) delete isi[induk];
      else isi[induk] = salin(nilai);
      return;
    }
    if (isi[induk] === null || typeof isi[induk] !== "object") isi[induk] = {};
    if (nilai === undefined) delete isi[induk][anak];
    else isi[induk][anak] = salin(nilai);
    if (Object.keys(isi[induk]).length === 0) delete isi[induk];
  }

  /**
   * Terapkan yang diubah simpanan terhadap titik tolaknya. Bila data Bapperida juga berubah pada isian yang sama,
   * titik tolak lama dipertahankan supaya impor melaporkannya. Hasilnya banyak isian semacam itu.
   * @param {Inovasi} ino @param {InovasiBundel} simpanan
   */
  function terapkan(ino, simpanan) {
    const lama = simpanan.asal || {}, baru = simpanan.isi || {};
    let bertentangan = 0;
    for (const kunci of new Set([...jalur(lama), ...jalur(baru)])) {
      const semula = nilaiPada(lama, kunci), kini = nilaiPada(baru, kunci);
      if (sama(semula, kini)) continue;
      pasang(ino.isi, kunci, kini);
      if (ino.asal && !sama(semula, nilaiPada(ino.asal, kunci)) && !sama(kini, nilaiPada(ino.asal, kunci))) {
        ino.asal = salin(ino.asal);
        pasang(ino.asal, kunci, semula);
        bertentangan += 1;
      }
    }
    return bertentangan;
  }

  /** @param {Bundel} isi @returns {number} banyak isian yang juga berubah di data */
  function gabungkan(isi) {
    let bertentangan = 0;
    for (const satu of isi.inovasi) {
      if (satu === null || typeof satu !== "object" || satu.isi === null || typeof satu.isi !== "object") continue;
      const kunci = satu.id || satu.kunci || "";
      const ada = semua.find((milik) => milik.kunci === kunci);
      if (ada) bertentangan += terapkan(ada, satu);
      else {
        // Catatan yang sudah tidak ada di data tetap disimpan: ketikan orang tidak dibuang.
        const kunciBaru = kunci && !/[^\w/-]/.test(kunci) ? kunci : "baru-" + Date.now() + "-" + semua.length;
        semua.push({ id: satu.id, kunci: kunciBaru, asal: satu.asal, isi: salin(satu.isi), tingkat: {} });
      }
    }
    return bertentangan;
  }

  /** @param {string} teks */
  function muatTeks(teks) {
    let isi;
    try {
      isi = JSON.parse(teks);
    } catch {
      isi = null;
    }
    const sebab = penolakan(isi);
    if (sebab) {
      kabar(sebab);
      fokusKabar();
      return;
    }
    const bertentangan = gabungkan(isi);
    gambarDaftar();
    simpanOtomatis();
    kabar("Simpanan dimuat." + (bertentangan ? " " + bertentangan + " isian juga berubah di data Bapperida; keduanya dibandingkan saat impor." : ""));
  }

  function fokusKabar() {
    const tempat = ambil("kabar");
    tempat.setAttribute("tabindex", "-1");
    tempat.focus();
  }

  // Menyiapkan halaman

  ambil("inovasi-baru").addEventListener("click", () => {
    let urutan = 1;
    while (semua.some((satu) => satu.kunci === "baru-" + urutan)) urutan += 1;
    const baru = { id: null, kunci: "baru-" + urutan, asal: null, isi: { nama: "", status: "draf" }, tingkat: {} };
    semua.push(baru);
    ambil("daftar").append(bagian(baru));
    ambil("kosong").hidden = true;
    buka(baru);
    const nama = bagianMilik(baru).querySelector('[data-kunci="nama"]');
    if (nama instanceof HTMLElement) nama.focus();
  });
  ambil("simpan").addEventListener("click", simpanBerkas);
  const berkas = /** @type {HTMLInputElement} */ (ambil("muat"));
  berkas.addEventListener("change", () => {
    const satu = berkas.files && berkas.files[0];
    if (!satu) return;
    if (satu.size > BATAS_BERKAS) kabar("Berkas itu terlalu besar untuk simpanan formulir.");
    else satu.text().then(muatTeks, () => kabar("Berkas itu tidak dapat dibaca."));
    berkas.value = "";
  });
  const teks = /** @type {HTMLTextAreaElement} */ (ambil("teks-bundel"));
  ambil("tampil-teks").addEventListener("toggle", () => { teks.value = JSON.stringify(bundel()); });
  ambil("salin-teks").addEventListener("click", () => {
    teks.value = JSON.stringify(bundel());
    teks.select();
    if (navigator.clipboard) navigator.clipboard.writeText(teks.value).then(() => kabar("Teks disalin."), () => kabar("Salin teks yang terpilih dengan papan ketik."));
    else kabar("Salin teks yang terpilih dengan papan ketik.");
  });
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((satu) => { satu.open = true; }));
  window.addEventListener("pagehide", () => { if (penunda !== undefined) simpanOtomatis(); });

  cobaPeramban();
  try {
    const tersimpan = JSON.parse(window.localStorage.getItem(KUNCI_SIMPANAN) || "null");
    if (tersimpan !== null && !penolakan(tersimpan)) {
      const bertentangan = gabungkan(tersimpan);
      kabar("Isian yang tersimpan di peramban ini dipulihkan."
        + (bertentangan ? " " + bertentangan + " isian juga berubah di data Bapperida; keduanya dibandingkan saat impor." : ""));
    }
  } catch {
    // Simpanan yang rusak tidak menghalangi formulir kosong.
  }
  gambarDaftar();
})();
