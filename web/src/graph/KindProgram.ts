// Draws nodes as the marks of their kinds: outline and glyph from one texture, the colour from the node, so
// that rules and themes change no texture. Sigma's own circles have no shape, and its image program needs data: addresses.

import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import type Sigma from 'sigma';
import { floatColor } from 'sigma/utils';

import { drawAtlas, rgb, tileCount } from './atlas';

type ProgramInfo = Parameters<NodeProgram['setUniforms']>[1];

const vertexShader = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_tile;
attribute float a_alpha;
attribute vec4 a_color;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec2 v_corner;
varying float v_tile;
varying float v_alpha;
varying vec3 v_color;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 position = a_position + size * 1.25 * a_corner;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  v_corner = a_corner;
  v_tile = a_tile;
  v_alpha = a_alpha;
  v_color = a_color.rgb;
}
`;

const fragmentShader = `
precision highp float;

varying vec2 v_corner;
varying float v_tile;
varying float v_alpha;
varying vec3 v_color;

uniform sampler2D u_atlas;
uniform vec3 u_glyph;
uniform vec3 u_ground;

void main(void) {
  vec2 at = vec2((v_tile + 0.5 + v_corner.x * 0.5) / ${tileCount}.0, 0.5 - v_corner.y * 0.5);
  vec4 mask = texture2D(u_atlas, at);
  gl_FragColor = vec4(mask.r * v_color + mask.g * u_glyph + mask.b * u_ground, mask.a) * v_alpha;
}
`;

/** What a node carries for this program beside x, y and size. */
export interface KindData extends NodeDisplayData {
  tile: number;
  alpha: number;
}

type Uniform = 'u_matrix' | 'u_sizeRatio' | 'u_correctionRatio' | 'u_atlas' | 'u_glyph' | 'u_ground';

export class KindProgram extends NodeProgram<Uniform> {
  private texture: WebGLTexture | null;

  constructor(gl: WebGLRenderingContext, _: WebGLFramebuffer | null, renderer: Sigma) {
    super(gl, null, renderer); // the engine finds what is under the mouse: no second drawing for it
    this.texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawAtlas());
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.generateMipmap(gl.TEXTURE_2D);
  }

  override kill() {
    this.normalProgram.gl.deleteTexture(this.texture);
    super.kill();
  }

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLE_STRIP as 5,
      UNIFORMS: ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_atlas', 'u_glyph', 'u_ground'] as const,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_tile', size: 1, type: FLOAT },
        { name: 'a_alpha', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  processVisibleItem(_: number, start: number, data: NodeDisplayData) {
    const { tile, alpha } = data as KindData;
    const array = this.array;
    array[start] = data.x;
    array[start + 1] = data.y;
    array[start + 2] = data.size;
    array[start + 3] = tile;
    array[start + 4] = alpha;
    array[start + 5] = floatColor(data.color);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo) {
    gl.uniform1f(uniformLocations['u_correctionRatio']!, params.correctionRatio);
    gl.uniform1f(uniformLocations['u_sizeRatio']!, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations['u_matrix']!, false, params.matrix);
    gl.uniform3fv(uniformLocations['u_glyph'] ?? null, rgb('--glyph'));
    gl.uniform3fv(uniformLocations['u_ground'] ?? null, rgb('--ground'));
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    gl.uniform1i(uniformLocations['u_atlas'] ?? null, 0);
  }
}
