const QUARTERS = ['一', '二', '三', '四'];

/** 2024, 3 → 2024年第三季度. */
export function quarterName(year: number, quarter: number): string {
  return `${year}年第${QUARTERS[quarter - 1] ?? quarter}季度`;
}
