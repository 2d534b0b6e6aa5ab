/** A printed line: runs of one height side by side. `left` and `right` in points. */
export interface LayoutLine {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}
